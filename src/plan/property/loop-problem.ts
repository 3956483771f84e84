import type { NewCarrier } from "../../generate/add/new-field.js";
import type { RowView } from "../../generate/computed/row-view.js";
import type { Known } from "../../generate/create/known.js";
import { leadsBack } from "../../generate/relation/target-view.js";

/** Why what is shown would show itself again, without end; null if it would not. */
export function loopProblem(
  { dto, transformer }: RowView,
  carriers: readonly NewCarrier[],
  { backend, api }: Known,
): { readonly reason: string; readonly remedy: string } | null {
  const shown = new Set([dto.name]);
  for (const name of shown) for (const each of api.dtos.get(name)?.references ?? []) shown.add(each);
  const looping = carriers.find(
    (each) =>
      shown.has(each.dto.name) ||
      (transformer !== null && leadsBack({ dto, transformer }, each.dto, backend)),
  );
  if (looping === undefined) return null;
  return {
    reason: `${looping.dto.name} would show ${dto.name}, which shows ${looping.dto.name === dto.name ? "itself" : looping.dto.name} in the end.`,
    remedy: "Show it in another DTO: … in read.",
  };
}
