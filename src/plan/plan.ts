import type { Notice } from "../generate/notice.js";
import type { Question } from "../generate/question.js";
import type { ArtefactKind, Layer } from "../source/layout.js";
import { type Intent, NO_INTENT } from "../spec/intent.js";
import { type Names, NO_NAMES } from "../spec/names.js";
import { oldNames } from "../spec/renames.js";

/** Ordered steps that carry one change through a backend. Fixed before any edit is made. */
export interface Plan extends Intent {
  /** One-line form of the change, as a person writes it after `/autobe`: "remove comments". */
  readonly change: string;
  /** What the change takes out of the two specs, by name; the old names of what is renamed as well. */
  readonly removed: Names;
  /** What it puts in. */
  readonly added: Names;
  readonly steps: readonly Step[];
  /** Unanswered questions; a plan with any is not edited. */
  readonly questions: readonly Question[];
  /** Things said in the pull request for a person: mixed requirement sections, stale derived files, weakened tests, guards dropped by an answer. */
  readonly notices: readonly Notice[];
}

/** A plan that comes to nothing yet. */
export const EMPTY_PLAN: Omit<Plan, "change"> = {
  ...NO_INTENT,
  removed: NO_NAMES,
  added: NO_NAMES,
  steps: [],
  questions: [],
  notices: [],
};

export interface Step {
  readonly path: string;
  readonly kind: ArtefactKind;
  /** Name of the artefact, such as "BbsArticleTransformer". */
  readonly artefact: string;
  readonly action: "create" | "edit" | "delete";
  readonly layer: Layer;
  readonly way: "derived" | "model";
  /** Why, as sentences' parts: each is one path of edges from the change, nearest cause last. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  /** The removed, renamed or new member that reached it: "bbs_articles.comments". */
  readonly cause: string;
  /** How it is used there: "selects", "calls", "maps", "imports", "belongs to", … */
  readonly how: string;
}

/** What a plan takes out and does not keep under another name. */
export function removedForGood({ removed, renames }: Plan): Names {
  const renamed = new Set<string>(Object.values(oldNames(renames)).flat());
  const gone = (names: readonly string[]): readonly string[] => names.filter((name) => !renamed.has(name));
  return {
    ...removed,
    models: gone(removed.models),
    dtos: gone(removed.dtos),
    operations: gone(removed.operations),
    fields: gone(removed.fields),
    properties: gone(removed.properties),
  };
}
