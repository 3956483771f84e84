import type { Message } from "../port.js";
import { visibleText } from "../../util/visible-text.js";
import type { Material, ModelStep } from "./model-step.js";

/** The first messages of a step. Without a system message the schema has to say everything. */
export function openingOf(
  step: Pick<ModelStep<unknown>, "instruction" | "material">,
  system: boolean,
): readonly Message[] {
  const data: Message = { role: "user", text: step.material.map(quoted).join("\n\n") };
  return system && step.instruction !== "" ? [{ role: "system", text: step.instruction }, data] : [data];
}

/** Between marks that the text itself cannot contain: what somebody wrote is never part of what is asked. */
function quoted({ title, text: whole }: Material): string {
  const text = visibleText(whole);
  const longest = Math.max(0, ...Array.from(text.matchAll(/<{3,}|>{3,}/g), ([mark]) => mark.length));
  const width = Math.max(3, longest + 1);
  return `${title}\n${"<".repeat(width)}\n${text}\n${">".repeat(width)}`;
}
