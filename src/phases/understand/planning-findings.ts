import type { Change } from "../../change/change.js";
import type { Finding } from "../../model/loop/finding.js";
import type { Planned } from "../../plan/planned.js";
import { childPath } from "../../model/schema/path.js";
import { namedValues } from "./named-values.js";
import type { Understanding } from "./understanding.js";

type Ending = Exclude<Planned, { kind: "plan" }>;

const WAY_OUT = "If no change can say it, take it out and add an intention.";

/** How planning ended a change, as a finding at its place. */
export function planningFinding(understanding: Understanding, change: Change, ending: Ending): Finding {
  const index = understanding.changes.findIndex((each) => each.change === change);
  const path = `$input.changes[${index}].change`;
  switch (ending.kind) {
    case "nothing-to-do":
      return {
        ...placeOf(path, change, ending.reason),
        expected: "a name that exists",
        candidates: ending.nearest,
        advice: ending.reason,
        by: "check",
      };
    case "ambiguous": {
      const lines = ending.candidates.map(({ command }) => command);
      const advice = `It may mean ${lines.join("; ")}. Name the one that is meant.`;
      return { path, expected: "one meaning", found: change, candidates: [], advice, by: "check" };
    }
    case "refused": {
      const advice = [ending.reason, ending.remedy, WAY_OUT].map(sentence).join(" ");
      return {
        ...placeOf(path, change, ending.reason),
        expected: "a change that can be carried out",
        candidates: [],
        advice,
        by: "check",
      };
    }
  }
}

/** A text with one full stop at its end. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The member whose word the reason quotes, else the change as a whole. */
function placeOf(path: string, change: Change, reason: string): Pick<Finding, "path" | "found"> {
  const free = Object.entries(change).flatMap(([key, value]) =>
    typeof value === "string" && key !== "kind" ? [{ keys: [key], name: value }] : [],
  );
  const quoted = [...namedValues(change), ...free].find(({ name }) => reason.includes(`"${name}"`));
  if (quoted === undefined) return { path, found: change };
  return { path: quoted.keys.reduce<string>(childPath, path), found: quoted.name };
}
