import type { Change } from "../../change/change.js";
import { exampleOf, FORMS, printChange } from "../../change/forms.js";
import type { Finding, Rule } from "../../model/loop/finding.js";
import { childPath } from "../../model/schema/path.js";
import { valueAt } from "../../model/schema/value-at.js";
import { canonicalJson } from "../../util/canonical-json.js";
import { changePath, type HoldsChanges } from "../holds-changes.js";
import { saidInLine, type UnsayablePlace, unsayablePlaces } from "./unsayable-places.js";

/** A change is proposed, committed and answered as a line, so a line has to say it, to the last member. */
export const changesCanBeSaid: Rule<HoldsChanges> = ({ changes }) =>
  changes.flatMap(({ change }, index): readonly Finding[] => {
    const path = changePath(index);
    const said = saidInLine(change);
    if (canonicalJson(said) === canonicalJson(change)) return [];
    const places = unsayablePlaces(change);
    if (places.length > 0) return places.map((place) => unfit(change, place, path));
    if (said === null) return [unsaid(change, path)];
    return differences(change, said, path).map(({ at, found, said: read }) => ({
      path: at,
      expected: "what a line can say",
      found,
      candidates: read === undefined ? [] : [read],
      advice: `In a line it is: ${printChange(change)}`,
      by: "rule",
    }));
  });

function unfit(change: Change, { keys, candidates }: UnsayablePlace, path: string): Finding {
  const found = valueAt(change, keys);
  const expected = Array.isArray(found) ? "at least one" : "a word or words that stand in a line there";
  const advice =
    candidates.length > 0 && saidInLine(change) !== null
      ? `In a line it is: ${printChange(change)}`
      : `An example: ${FORMS[change.kind].example}`;
  return { path: keys.reduce<string>(childPath, path), expected, found, candidates, advice, by: "rule" };
}

function unsaid(change: Change, path: string): Finding {
  const line = printChange(change);
  const example = JSON.stringify(exampleOf(change.kind));
  const advice = `No line says ${JSON.stringify(line)}. An example of ${change.kind}: ${example}`;
  return {
    path,
    expected: "a change that a line can say",
    found: change,
    candidates: [],
    advice,
    by: "rule",
  };
}

interface Difference {
  readonly at: string;
  readonly found: unknown;
  readonly said: unknown;
}

/** The smallest places where two values differ; one place where lists are of different length. */
function differences(found: unknown, said: unknown, at: string): readonly Difference[] {
  if (canonicalJson(found) === canonicalJson(said)) return [];
  if (!isHolder(found) || !isHolder(said) || Array.isArray(found) !== Array.isArray(said))
    return [{ at, found, said }];
  if (Array.isArray(found) && found.length !== said["length"]) return [{ at, found, said }];
  const keys = [...new Set([...Object.keys(found), ...Object.keys(said)])];
  return keys.flatMap((key) =>
    differences(found[key], said[key], childPath(at, Array.isArray(found) ? Number(key) : key)),
  );
}

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
