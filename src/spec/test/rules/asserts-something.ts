import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";
import type { Scenario } from "../scenario.js";

const SAYS = new Set(["equal", "notEqual", "predicate", "error", "httpError", "assertType"]);

/** A test that says nothing of what has to hold shows nothing. */
export function assertsSomething(scenario: Scenario, at: string): readonly Violation[] {
  const { arrange, act, assert } = scenario;
  if (placesIn([arrange, act, assert], at).some(({ node }) => SAYS.has(node.kind))) return [];
  return [
    {
      path: `${at}.assert`,
      expected: "an assertion",
      found: "none",
      candidates: ["equal", "predicate", "httpError"],
      advice: "Say what has to hold after what was done.",
    },
  ];
}
