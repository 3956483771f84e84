import type { AddModel } from "../../change/kinds/add-model.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { nameProblem } from "../field/name-problem.js";

interface Problem {
  readonly reason: string;
  readonly remedy: string;
}

/** Words that cannot name a variable, a folder of the SDK or a parameter. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof var void while with yield body props index page " +
    "limit data record model prisma constructor prototype async"
  ).split(" "),
);

/** Why a new model cannot have its name or one of its fields; null if it can. */
export function modelProblem(change: AddModel, words: readonly string[], like: Model): Problem | null {
  const remedy = "Choose another name.";
  if (!/^[A-Za-z]/.test(change.name))
    return { reason: `"${change.name}" cannot name a model: it has to start with a letter.`, remedy };
  if (words.length === 1 && RESERVED.has(words[0] ?? ""))
    return { reason: `"${change.name}" is a reserved word.`, remedy };
  return fieldsProblem(change, like);
}

/** Each field is looked at beside the ones before it, and those that every row has. */
function fieldsProblem(change: AddModel, like: Model): Problem | null {
  let fields: readonly Field[] = like.fields.filter(({ name }) =>
    /^(id|created_?at|updated_?at|deleted_?at)$/i.test(name),
  );
  const [template] = like.fields;
  for (const { name } of change.fields) {
    const problem = nameProblem(name, { ...like, name: change.name, fields });
    if (problem !== null) return problem;
    if (template !== undefined) fields = [...fields, { ...template, name }];
  }
  return null;
}

/** The model that is called so already, whatever the case and the separators; null if there is none. */
export function modelCalled(table: string, database: DatabaseSpec): Model | null {
  const flat = (name: string): string => name.replaceAll("_", "").toLowerCase();
  return [...database.models.values()].find(({ name }) => flat(name) === flat(table)) ?? null;
}
