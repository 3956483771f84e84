import type { Change } from "../../../change/change.js";
import { isChangeCommand } from "../../../change/command.js";
import { printChange } from "../../../change/forms.js";
import { validateChange } from "../../../change/json/change-file.js";
import { parseCommand } from "../../../change/parse-command.js";
import type { Key } from "../../../model/schema/path.js";
import { valueAt, withValueAt } from "../../../model/schema/value-at.js";
import { canonicalJson } from "../../../util/canonical-json.js";

/** Any word that stands well in any line. */
const WORD = "name";

/** What a change says once it is written as a line and read again; null where that is no change of its kind. */
export function saidInLine(change: Change): Change | null {
  const command = parseCommand(printChange(change));
  return isChangeCommand(command) && command.change.kind === change.kind ? command.change : null;
}

/** The texts and lists that keep a change from being said: with another word in one of their places, a line says it. */
export function unsayablePlaces(change: Change): readonly (readonly Key[])[] {
  return leavesOf(change, []).filter((keys) => {
    const other = withValueAt(change, keys, Array.isArray(valueAt(change, keys)) ? [WORD] : WORD);
    // A list of something else than texts, or a word out of a few, is not told this way.
    const typed = validateChange(other);
    return typed.success && canonicalJson(saidInLine(typed.data)) === canonicalJson(typed.data);
  });
}

/** Every text but the kind, and every empty list. */
function leavesOf(value: unknown, keys: readonly Key[]): readonly (readonly Key[])[] {
  if (typeof value === "string") return keys.length === 1 && keys[0] === "kind" ? [] : [keys];
  if (Array.isArray(value) && value.length === 0) return [keys];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => leavesOf(each, [...keys, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...keys, key]));
}
