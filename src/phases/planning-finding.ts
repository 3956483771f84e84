import type { Change } from "../change/change.js";
import type { Finding } from "../model/loop/finding.js";
import { childPath, type Key, ROOT } from "../model/schema/path.js";
import { printChange } from "../change/forms.js";
import type { Objection } from "./phase-ports.js";

/** A change of an answer, and where it stands there. */
export interface PlacedChange {
  readonly path: string;
  readonly change: Change;
}

/** How planning ended a change, as a finding at each place that may be why. `wayOut` says what else the answer may say. */
export function planningFindings(
  placed: readonly PlacedChange[],
  { change, ending }: Objection,
  wayOut: string,
): readonly Finding[] {
  const path = placed.find((each) => each.change === change)?.path;
  switch (ending.kind) {
    case "nothing-to-do":
      return placesOf(path, change, ending.reason).map((place) => ({
        ...place,
        expected: "a name that exists",
        candidates: ending.nearest,
        advice: ending.reason,
        by: "check",
      }));
    case "ambiguous": {
      const lines = ending.candidates.map(({ command }) => command);
      const advice = `It may mean ${lines.join("; ")}. Name the one that is meant.`;
      const found = path === undefined ? printChange(change) : change;
      return [{ path: path ?? ROOT, expected: "one meaning", found, candidates: [], advice, by: "check" }];
    }
    case "refused": {
      const advice = [ending.reason, ending.remedy, wayOut].map(sentence).join(" ");
      return placesOf(path, change, ending.reason).map((place) => ({
        ...place,
        expected: "a change that can be carried out",
        candidates: [],
        advice,
        by: "check",
      }));
    }
  }
}

/** A text with one full stop at its end. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The members whose words the reason quotes, else the change as a whole; the answer itself where it lacks the change. */
function placesOf(
  path: string | undefined,
  change: Change,
  reason: string,
): readonly Pick<Finding, "path" | "found">[] {
  if (path === undefined) return [{ path: ROOT, found: printChange(change) }];
  const quoted = textsIn(change, []).filter(({ text }) => reason.includes(`"${text}"`));
  if (quoted.length === 0) return [{ path, found: change }];
  return quoted.map(({ keys, text }) => ({ path: keys.reduce<string>(childPath, path), found: text }));
}

/** Every text of a change but its kind, in the order in which it is said. */
function textsIn(value: unknown, keys: readonly Key[]): readonly { keys: readonly Key[]; text: string }[] {
  if (typeof value === "string")
    return keys.length === 1 && keys[0] === "kind" ? [] : [{ keys, text: value }];
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => textsIn(each, [...keys, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...keys, key]));
}
