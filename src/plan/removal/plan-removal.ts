import type { Answers } from "../../change/answer.js";
import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import type { RemoveFeature } from "../../change/kinds/remove-feature.js";
import type { RemoveModel } from "../../change/kinds/remove-model.js";
import { removeFromDocuments } from "../../generate/documents/remove-from-documents.js";
import type { Notice } from "../../generate/notice.js";
import { removeFromCode, type AlsoGone, type CodeRemoval } from "../../generate/remove-from-code.js";
import { removeFromSchema } from "../../generate/remove-from-schema.js";
import type { Question } from "../../generate/question.js";
import type { Backend } from "../../source/backend.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { type Names, NO_NAMES } from "../../spec/names.js";
import { wordsOf } from "../../spec/words.js";
import { askDependants } from "./ask-dependants.js";
import { familyOf } from "./family.js";
import { featureWords } from "./feature-words.js";
import { signsIn } from "../operation/find-operation.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { refusalOf, signInRemedy } from "./refuse-actors.js";
import { differenceOf, removeFromSpec } from "./remove-from-spec.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { resolveTarget } from "./resolve-target.js";
import { stepsOf } from "../steps-of.js";

/** Plans taking a feature out: from the word to the family, from the difference of two specs to steps and edits. */
export function planRemoval(backend: Backend, change: RemoveFeature, answers: Answers): Planned {
  const before = readSpec(backend);
  const target = resolveTarget(change.target, before.database, before.api);
  switch (target.kind) {
    case "unknown":
      return {
        kind: "nothing-to-do",
        reason: `Nothing here is called "${change.target}".`,
        nearest: target.nearest,
      };
    case "several":
      return choose(backend, change, answers, before, target.models);
    case "operations":
      return planOperations(backend, change, answers, before, target.operations);
    case "models":
      return planFamily(backend, change, answers, before, target.models);
  }
}

/** Several models have the name: one may take all others along; else a person has to say which. */
function choose(
  backend: Backend,
  change: RemoveFeature,
  answers: Answers,
  before: Spec,
  models: readonly string[],
): Planned {
  const families = models.map((name) => familyOf([name], before.database, before.api));
  const whole = families.find((family) => models.every((name) => family.models.has(name)));
  if (whole !== undefined) return planFamily(backend, change, answers, before, whole.roots);
  return {
    kind: "ambiguous",
    candidates: families.map((family) => ({
      command: `remove ${family.roots.join(" ")}`,
      takes: [...family.models].filter((name) => !family.roots.includes(name)),
    })),
  };
}

export function planFamily(
  backend: Backend,
  change: RemoveFeature | RemoveModel,
  answers: Answers,
  before: Spec,
  roots: readonly string[],
): Planned {
  const { family, questions } = askDependants(
    familyOf(roots, before.database, before.api),
    before,
    answers,
    backend,
  );
  const refusal = refusalOf(family, before, backend);
  if (refusal !== null) return { kind: "refused", ...refusal };
  const words = featureWords(family.models, before.database);
  const after = removeFromSpec(before, family, words, backend);
  return planDifference(backend, change, answers, before, {
    names: differenceOf(before, after),
    words,
    questions,
  });
}

/** A feature without a model of its own: only operations go. */
function planOperations(
  backend: Backend,
  change: RemoveFeature,
  answers: Answers,
  before: Spec,
  operations: readonly Operation[],
): Planned {
  const signing = operations.find(signsIn);
  if (signing !== undefined)
    return {
      kind: "refused",
      reason: `"${change.target}" is part of how actors sign in.`,
      remedy: signInRemedy(signing, { backend, ...before }),
    };
  const names: Names = { ...NO_NAMES, operations: operations.map((each) => each.key) };
  return planDifference(backend, change, answers, before, { names, words: [wordsOf(change.target)] });
}

/** What one spec has and the other has not, and by which words it is meant. */
export interface Difference {
  readonly names: Names;
  /** Words that tests and documents are about it by. */
  readonly words?: readonly (readonly string[])[];
  /** Further words, which only prose has for it. */
  readonly told?: readonly (readonly string[])[];
  readonly also?: AlsoGone;
  /** What becomes of the code depends on which models go: this is asked first. */
  readonly questions?: readonly Question[];
}

/** Follows a difference through code, schema and documents. */
export function planDifference(
  backend: Backend,
  change: Change,
  answers: Answers,
  before: Spec,
  { names, words = [], told = [], also, questions: asked = [] }: Difference,
): Planned {
  const { database, api } = before;
  const code = removeFromCode(backend, database, api, names, words, answers, also);
  const schema = removeFromSchema(backend, database, code.removed);
  const spoken = { removed: code.removed, words: [...words, ...told] };
  const documents = removeFromDocuments(backend, database, spoken);
  const questions = asked.length > 0 ? asked : code.questions;
  const edits = [...schema, ...documents.edits];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      removed: code.removed,
      steps: stepsOf(code, edits, documents.reasons, before),
      questions,
      notices: [...droppedGuards(code), ...code.notices, ...documents.notices],
    },
    edits: () => [...edits, ...code.edits()],
  };
}

/** Guards that an answer dropped are quoted, so that a reviewer sees each of them. */
function droppedGuards(code: CodeRemoval): readonly Notice[] {
  return code.droppedGuards.map(({ path, line, snippet }) => ({
    kind: "dropped-guard",
    path,
    line,
    text: snippet,
  }));
}
