import type { Violation } from "../../rules/violation.js";
import { assignsVariable } from "./assigns-variable.js";
import { awaitInAsync } from "./await-in-async.js";
import { declaredOnce } from "./declared-once.js";
import { loopsBreak } from "./loops-break.js";
import { namesAreIdentifiers } from "./names-are-identifiers.js";
import { namesInSight } from "./names-in-sight.js";
import { rawParses } from "./raw-parses.js";
import { reachable } from "./reachable.js";
import { regexCompiles } from "./regex-compiles.js";
import { typesParse } from "./types-parse.js";

/** What holds of every tree over expressions; `outside` are the names that come from around it. */
export function checkExpression(tree: unknown, outside: Iterable<string>, at = "$"): readonly Violation[] {
  return [
    ...namesAreIdentifiers(tree, at),
    ...namesInSight(tree, outside, at),
    ...declaredOnce(tree, at),
    ...assignsVariable(tree, at),
    ...awaitInAsync(tree, at),
    ...loopsBreak(tree, at),
    ...reachable(tree, at),
    ...regexCompiles(tree, at),
    ...typesParse(tree, at),
    ...rawParses(tree, at),
  ];
}
