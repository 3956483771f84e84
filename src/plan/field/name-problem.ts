import type { Model } from "../../spec/database/database-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";

/** Why a field of a model cannot have a name; null if it can. */
export function nameProblem(
  name: string,
  model: Model,
): { readonly reason: string; readonly remedy: string } | null {
  const remedy = "Choose another name.";
  if (!/^[a-z][A-Za-z0-9_]*$/.test(name))
    return { reason: `"${name}" cannot name a field: it has to start with a small letter.`, remedy };
  if (RESERVED.has(name)) return { reason: `"${name}" is reserved in Prisma's queries.`, remedy };
  if (model.fields.some((field) => field.name === name))
    return { reason: `${model.name} has a field "${name}" already.`, remedy };
  const near = model.fields.find((field) => sameWords(wordsOf(field.name), wordsOf(name)));
  if (near !== undefined && near.name.toLowerCase() === name.toLowerCase())
    return { reason: `${model.name}.${near.name} differs from "${name}" in letter case only.`, remedy };
  return null;
}

/** Words that Prisma's client gives a meaning of their own where fields stand. */
const RESERVED: ReadonlySet<string> = new Set([
  "constructor",
  "prototype",
  "async",
  "await",
  "delete",
  "default",
]);
