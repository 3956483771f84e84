import type { Backend } from "../../../source/backend.js";
import type { Spec } from "../../../spec/spec.js";
import { isShared, type MemberNames } from "./member-names.js";

/**
 * Operations whose paths may say the feature's name: what goes with it, and what works on its rows, unless a model
 * that stays is called by the same word and may be what the path means.
 */
export function ownOperations(
  backend: Backend,
  { database, api }: Spec,
  { made, models, spelling }: MemberNames,
): ReadonlySet<string> {
  const found = new Set(made.operations);
  const renamed = new Set(models.map(({ from }) => from));
  if (isShared(database, renamed, spelling)) return found;
  for (const { key, provider } of api.operations.values()) {
    const text = provider === null ? null : backend.files.get(provider.path)?.text;
    const words = typeof text === "string" ? (text.match(/\.\s*\w+/g) ?? []) : [];
    if (words.some((word) => renamed.has(word.replace(/^\.\s*/, "")))) found.add(key);
  }
  return found;
}
