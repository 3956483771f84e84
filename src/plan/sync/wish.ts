import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";

/** What one difference asks for. */
export interface Wish {
  /** Tells wishes apart, so that none is followed twice. */
  readonly key: string;
  /** At least one; the first that can be planned is meant. */
  readonly changes: readonly [Change, ...Change[]];
  /** Where the person wrote it: "prisma/schema/main.prisma:12". */
  readonly place: string | null;
  /** Whether only the schema says it: then nothing has to follow, and what cannot be planned stays as it is written. */
  readonly mayStay: boolean;
}

export function wishFor(
  changes: readonly [Change, ...Change[]],
  { place = null, mayStay = false }: Partial<Pick<Wish, "place" | "mayStay">> = {},
): Wish {
  return { key: changes.map(printChange).join(" | "), changes, place, mayStay };
}
