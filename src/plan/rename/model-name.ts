import type { RenameModel } from "../../change/kinds/rename-model.js";
import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import { occurrencesOf, partsOfName, respellAt } from "../../spec/respell-words.js";
import { wordsOf } from "../../spec/words.js";
import { modelCalled } from "../model/model-problem.js";

interface Problem {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * The name of a table that a person's words stand for: what they call the model by is put in place of what they call
 * it now, and the rest of its name stays. Whoever names the table itself says its new name whole.
 */
export function tableNamed({ name, to }: RenameModel, model: Model): string {
  if (name === model.name) return to;
  const range = occurrencesOf(wordsOf(name), model.name).at(-1);
  const words = partsOfName(to).map(({ text }) => text.toLowerCase());
  return range === undefined ? to : respellAt(model.name, [range], words);
}

/** Why a model cannot have a name; null if it can. */
export function modelNameProblem(name: string, model: Model, database: DatabaseSpec): Problem | null {
  const remedy = "Choose another name.";
  if (!/^[A-Za-z]/.test(name))
    return { reason: `"${name}" cannot name a model: it has to start with a letter.`, remedy };
  if (RESERVED.has(name.toLowerCase())) return { reason: `"${name}" is a reserved word.`, remedy };
  const same = modelCalled(name, database);
  if (same !== null && same.name === name) return { reason: `There is a model ${name} already.`, remedy };
  if (same !== null && same !== model)
    return {
      reason: `The model ${same.name} differs from "${name}" in letter case or separators only.`,
      remedy,
    };
  const block = database.enums.get(name);
  if (block !== undefined) return { reason: `There is an enum ${name} already.`, remedy };
  const table = [...database.models.values()].find((each) => each !== model && each.table === name);
  return table === undefined || model.table !== model.name
    ? null
    : { reason: `${table.name} is stored in a table ${name} already.`, remedy };
}

/** Words that Prisma or the language it generates does not take as the name of a model. */
export const RESERVED: ReadonlySet<string> = new Set(
  (
    "async await break case catch class const continue debugger default delete do else enum export extends false " +
    "finally for function if implements import in instanceof interface let new null package private protected public " +
    "return static super switch this throw true try typeof using var void while with yield prismaclient string boolean " +
    "int bigint float decimal datetime json bytes unsupported model"
  ).split(" "),
);
