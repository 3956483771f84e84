import { createHash } from "node:crypto";
import type { Answers } from "../../change/answer.js";
import type { Place, Question } from "../../generate/question.js";
import type { Backend } from "../../source/backend.js";
import { familyOf, type Dependant, type Family } from "./family.js";
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
  const id = createHash("sha256").update("question required dependant").digest("hex").slice(0, 12);
  const answerOf = (place: Place): string | undefined => answers.get(place.id) ?? answers.get(id);
  const taken = places.filter(({ place }) => answerOf(place) === "drop-operation");
  if (taken.length > 0) {
    const roots = [...family.models, ...taken.map(({ dependant }) => dependant.model.name)];
    const grown = familyOf(roots, spec.database, spec.api);
    return askDependants({ ...grown, roots: family.roots }, spec, answers, backend);
  }
  const open = places.filter(({ place }) => answerOf(place) !== "drop-check").map(({ place }) => place);
  if (open.length === 0) return { family, questions: [] };
  const question: Question = {
    id,
    construct: "required dependant",
    places: open,
    options: ["drop-operation", "drop-check", "keep"],
    recommended: "drop-operation",
  };
  return { family, questions: [question] };
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
