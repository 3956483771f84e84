import type { Field, Model } from "../../spec/database/database-spec.js";
import { sameWords, wordsOf } from "../../spec/words.js";
import { wordOf } from "../field/choose-carriers.js";
import type { SyncState } from "./sync-state.js";

/**
 * The DTOs in which a person wrote a new field by hand, as the change language calls them; null where in none. Whoever
 * says which ones carry it has said all of them.
 */
export function writtenCarriers(
  model: Model,
  field: Field,
  { base, wanted }: SyncState,
): readonly string[] | null {
  const columns = [field.name, ...(field.relation?.fields ?? [])];
  const words = [...wanted.api.dtos.values()].flatMap((dto) => {
    const before = base.api.dtos.get(dto.name);
    if (before === undefined || dto.model !== model.name || wordOf(dto) === "request") return [];
    const isNew = dto.properties.some(
      ({ name, column }) =>
        !before.properties.some((each) => each.name === name) &&
        columns.some((each) => column === each || sameWords(wordsOf(name), wordsOf(each))),
    );
    return isNew ? [wordOf(dto)] : [];
  });
  return words.length === 0 ? null : [...new Set(words)].sort();
}
