import { createHash } from "node:crypto";
import type { Answers } from "../../change/answer.js";
import type { Place, Question } from "../../generate/question.js";
import type { Backend } from "../../source/backend.js";
import { familyOf, isActor, type Dependant, type Family } from "./family.js";
import type { Spec } from "../../spec/spec.js";

/**
 * Asks about models that cannot exist without the family and yet are things of their own. "drop-operation" takes
 * such a model along, "drop-check" keeps it without its relation.
 */
export function askDependants(
  family: Family,
  spec: Spec,
  answers: Answers,
  backend: Backend,
): { readonly family: Family; readonly questions: readonly Question[] } {
  const places = family.dependants.map((dependant) => ({ dependant, place: placeOf(dependant, backend) }));
  const answerOf = ({ dependant, place }: (typeof places)[number]): string | undefined =>
    answers.get(place.id) ?? answers.get(idOf(constructOf(dependant)));
  const taken = places.filter((each) => answerOf(each) === "drop-operation");
  if (taken.length > 0) {
    const roots = [...family.models, ...taken.map(({ dependant }) => dependant.model.name)];
    const grown = familyOf(roots, spec.database, spec.api);
    return askDependants({ ...grown, roots: family.roots }, spec, answers, backend);
  }
  const open = places.filter((each) => answerOf(each) !== "drop-check");
  const questions = CONSTRUCTS.flatMap(({ construct, ...asked }): readonly Question[] => {
    const own = open.filter(({ dependant }) => constructOf(dependant) === construct);
    const id = idOf(construct);
    return own.length === 0 ? [] : [{ id, construct, places: own.map(({ place }) => place), ...asked }];
  });
  return { family, questions };
}

type Construct = Pick<Question, "construct" | "options" | "recommended">;

/** Actors go by a change of their own, so one who is required to know another is only asked to do without. */
const CONSTRUCTS: readonly Construct[] = [
  {
    construct: "required dependant",
    options: ["drop-operation", "drop-check", "keep"],
    recommended: "drop-operation",
  },
  { construct: "required by an actor", options: ["drop-check", "keep"], recommended: "drop-check" },
];

function constructOf({ model }: Dependant): string {
  return isActor(model) ? "required by an actor" : "required dependant";
}

function idOf(construct: string): string {
  return createHash("sha256").update(`question ${construct}`).digest("hex").slice(0, 12);
}

function placeOf({ model, field }: Dependant, backend: Backend): Place {
  const text = backend.files.get(model.path)?.text ?? "";
  const snippet = `model ${model.name} { ${text.slice(field.span.start, field.span.end).split("\n").at(-1)?.trim() ?? field.name} }`;
  return {
    id: createHash("sha256").update(`${model.name}\n${model.path}\n${snippet}`).digest("hex").slice(0, 12),
    path: model.path,
    line: text.slice(0, field.span.end).split("\n").length,
    artefact: model.name,
    snippet,
  };
}
