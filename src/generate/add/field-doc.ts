import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";
import type { NewField } from "./new-field.js";

/** What a comment says of a new field: its name and its model's in words. */
export function fieldDoc({ name, model, doc }: NewField, database: DatabaseSpec): string {
  if (doc !== undefined) return doc;
  const said = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .trim()
    .toLowerCase();
  const owner = (ownWords(database.models.keys()).get(model.name) ?? wordsOf(model.name)).join(" ");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} of the ${owner}.`;
}
