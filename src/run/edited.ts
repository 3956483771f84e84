import type { Written } from "../phases/written.js";
import type { Plan } from "../plan/plan.js";
import { mergeSteps } from "../plan/merge-plans.js";
import type { Backend } from "../source/backend.js";
import { applyEdits } from "../source/apply-edits.js";
import { composeEdits } from "../source/compose-edits.js";
import type { Edit } from "../source/edit.js";

/** The edits of a plan, and the backend as they leave it. */
export interface Edited {
  readonly plan: Plan;
  readonly edits: readonly Edit[];
  readonly head: Backend;
  /** Files that a person has changed as well. */
  readonly written?: readonly string[];
  /** What a model wrote over derived edits; left out where it wrote nothing. */
  readonly byModel?: ByModel;
}

/** Artefacts that a model wrote, each on what the ones before it leave, and the derived edits under them. */
export interface ByModel {
  readonly derived: Edited;
  readonly artefacts: readonly Written[];
}

/** What a model wrote of each file, from what is derived of it. */
export function modelEdits({ head, byModel }: Edited): readonly Edit[] {
  if (byModel === undefined) return [];
  const textIn = ({ files }: Backend, path: string): string | null => files.get(path)?.text ?? null;
  return [...new Set(byModel.artefacts.map(({ edit }) => edit.path))].map((path) => ({
    path,
    before: textIn(byModel.derived.head, path),
    after: textIn(head, path),
  }));
}

/** Derived edits with what a model wrote over them. */
export function writtenOver(derived: Edited, artefacts: readonly Written[]): Edited {
  const { plan, edits, head } = derived;
  const own = artefacts.map(({ edit }) => [edit]);
  return {
    plan: {
      ...plan,
      steps: mergeSteps([...plan.steps, ...artefacts.map(({ step }) => step)]),
      notices: [...plan.notices, ...artefacts.flatMap(({ notices }) => notices)],
    },
    edits: composeEdits([edits, ...own]),
    head: own.reduce<Backend>((backend, each) => applyEdits(backend, each), head),
    byModel: { derived, artefacts },
  };
}
