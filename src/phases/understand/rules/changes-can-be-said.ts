import type { Change } from "../../../change/change.js";
import { isChangeCommand } from "../../../change/command.js";
import { exampleOf, printChange } from "../../../change/forms.js";
import { parseCommand } from "../../../change/parse-command.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { childPath } from "../../../model/schema/path.js";
import { canonicalJson } from "../../../util/canonical-json.js";
import type { Understanding } from "../understanding.js";

/** A change is proposed, committed and answered as a line, so a line has to say it, to the last member. */
export const changesCanBeSaid: Rule<Understanding> = ({ changes }) =>
  changes.flatMap(({ change }, index): readonly Finding[] => {
    const path = `$input.changes[${index}].change`;
    const line = printChange(change);
    const command = parseCommand(line);
    if (!isChangeCommand(command) || command.change.kind !== change.kind) return [unsaid(change, line, path)];
    return differences(change, command.change, path).map(({ at, found, said }) => ({
      path: at,
      expected: "what a line can say",
      found,
      candidates: said === undefined ? [] : [said],
      advice: `In a line it is: ${line}`,
      by: "rule",
    }));
  });

function unsaid(change: Change, line: string, path: string): Finding {
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
