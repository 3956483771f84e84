import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import type { Backend } from "../../../src/source/backend.js";
import { printChange } from "../../../src/change/forms.js";
import { changeOf } from "../../support/change-of.js";

/** Plans a line, which has to read the same when it is printed. */
export function planned(backend: Backend, line: string): Planned {
  const change = changeOf(line);
  const again = changeOf(printChange(change));
  if (JSON.stringify(again) !== JSON.stringify(change)) throw new Error(`${line} is printed otherwise`);
  return planChange(backend, change, new Map());
}

/** What is said instead of a plan: reason and remedy, or what there is to choose from. */
export function said(backend: Backend, line: string): readonly string[] {
  const ending = planned(backend, line);
  switch (ending.kind) {
    case "refused":
      return [ending.reason, ending.remedy];
    case "nothing-to-do":
      return [ending.reason, ...ending.nearest.slice(0, 1)];
    case "ambiguous":
      return ending.candidates.map(({ command }) => command);
    case "plan":
      return ["a plan"];
  }
}

/** The new text of a file, its blanks squeezed. */
export function after(backend: Backend, line: string, path: string): string {
  const ending = planned(backend, line);
  if (ending.kind !== "plan") throw new Error(JSON.stringify(ending));
  const edit = ending.edits().find((each) => each.path === path);
  return (edit?.after ?? "").replace(/\s+/g, " ");
}
