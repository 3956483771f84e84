import type { Change } from "../../change/change.js";
import { isChangeCommand } from "../../change/command.js";
import { exampleOf, printChange } from "../../change/forms.js";
import { validateChange } from "../../change/json/change-file.js";
import { parseCommand } from "../../change/parse-command.js";
import type { Key } from "../../model/schema/path.js";
import { valueAt, withValueAt } from "../../model/schema/value-at.js";
import { canonicalJson } from "../../util/canonical-json.js";

/** Any word that stands well in any line. */
const WORD = "name";

/** A place that keeps a change from being said. */
export interface UnsayablePlace {
  readonly keys: readonly Key[];
  /** Values with which a line says it; empty where any word does. */
  readonly candidates: readonly unknown[];
}

/** What a change says once it is written as a line and read again; null where that is no change of its kind. */
export function saidInLine(change: Change): Change | null {
  const command = parseCommand(printChange(change));
  return isChangeCommand(command) && command.change.kind === change.kind ? command.change : null;
}

/** The places that keep a change from being said: with something else in one of them, a line says it. */
export function unsayablePlaces(change: Change): readonly UnsayablePlace[] {
  return leavesOf(change, []).flatMap((keys): readonly UnsayablePlace[] => {
    const found = valueAt(change, keys);
    const example: unknown = valueAt(exampleOf(change.kind), keys);
    if (Array.isArray(found)) {
      return [[WORD], example].some((list) => isSaid(change, keys, list)) ? [{ keys, candidates: [] }] : [];
    }
    if (isSaid(change, keys, WORD)) return [{ keys, candidates: [] }];
    const others = [null, ...wordsAt(change, keys)].filter((each) => each !== found);
    const candidates = others.filter((each) => isSaid(change, keys, each));
    if (candidates.length > 0) return [{ keys, candidates }];
    // Some words have a form of their own, such as names of DTOs.
    return typeof example === "string" && isSaid(change, keys, example) ? [{ keys, candidates }] : [];
  });
}

function isSaid(change: Change, keys: readonly Key[], value: unknown): boolean {
  const typed = validateChange(withValueAt(change, keys, value));
  return typed.success && canonicalJson(saidInLine(typed.data)) === canonicalJson(typed.data);
}

/** The few words that may stand at a place, as the type tells them to whoever writes another one there. */
function wordsAt(change: Change, keys: readonly Key[]): readonly string[] {
  const typed = validateChange(withValueAt(change, keys, `not ${WORD}`));
  const expected = typed.success ? "" : typed.errors.map((error) => error.expected).join(" ");
  return Array.from(expected.matchAll(/"([^"]+)"/g), ([, word = ""]) => word);
}

/** Every text but the kind, and every empty list. */
function leavesOf(value: unknown, keys: readonly Key[]): readonly (readonly Key[])[] {
  if (typeof value === "string") return keys.length === 1 && keys[0] === "kind" ? [] : [keys];
  if (Array.isArray(value) && value.length === 0) return [keys];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => leavesOf(each, [...keys, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...keys, key]));
}
