import type { Violation } from "../../rules/violation.js";
import { assignsVariable } from "./assigns-variable.js";
import { awaitInAsync } from "./await-in-async.js";
import { declaredOnce } from "./declared-once.js";
import { keywordsTake } from "./keywords-take.js";
import { loopsBreak } from "./loops-break.js";
import { namesAreIdentifiers } from "./names-are-identifiers.js";
import { namesAreDeclared } from "./names-are-declared.js";
import { namesInSight } from "./names-in-sight.js";
import { rawParses } from "./raw-parses.js";
import { reachable } from "./reachable.js";
import { regexCompiles } from "./regex-compiles.js";
import { typesParse } from "./types-parse.js";

/** What holds of every tree over expressions; `outside` are the names that come from around it, `tables` what rows may be read from. */
export function checkExpression(
  tree: unknown,
  outside: Iterable<string>,
  at = "$",
  tables: Iterable<string> = [],
): readonly Violation[] {
  const unknown = namesInSight(tree, outside, at);
  const names = new Set(unknown.map(({ found }) => found.split(".")[0] ?? ""));
  return [
    ...namesAreIdentifiers(tree, at),
    ...unknown,
    ...namesAreDeclared(tree, names, [...outside, ...tables], at),
    ...declaredOnce(tree, at),
    ...assignsVariable(tree, at),
    ...awaitInAsync(tree, at),
    ...loopsBreak(tree, at),
    ...reachable(tree, at),
    ...regexCompiles(tree, at),
    ...typesParse(tree, at),
    ...keywordsTake(tree, at),
    ...rawParses(tree, at),
  ];
}
