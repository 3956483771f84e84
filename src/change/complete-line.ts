import type { Change } from "./change.js";
import { fillForm } from "./fill-form.js";
import { FORMS, KINDS, printChange } from "./forms.js";
import { partsOf } from "./parts-of.js";
import type { Ask, Filled } from "./slot.js";
import { tidyLine } from "./tidy-line.js";

/** A line that names no model, read as one that names this. */
export interface Completed {
  readonly change: Change;
  readonly filled: Filled;
}

const MODELS: readonly Ask[] = ["model", "models"];

/** What a line may mean that leaves its model out, such as `remove field body`; empty where it leaves none out. */
export function completions(text: string, model: string): readonly Completed[] {
  const line = tidyLine(text).replace(/^\/autobe(?=\s|$)\s*/i, "");
  const found = new Map<string, Completed>();
  for (const kind of KINDS) {
    const slot = FORMS[kind].slots.find(({ ask, optional }) => MODELS.includes(ask) && optional !== true);
    const parts = slot === undefined ? null : partsOf(kind, line, [slot.ask]);
    if (slot === undefined || parts === null) continue;
    const filled = new Map([...parts, [slot.ask, model] as const]);
    const form = fillForm(kind, filled);
    if (form.ok) found.set(printChange(form.change), { change: form.change, filled });
  }
  return [...found.values()];
}
