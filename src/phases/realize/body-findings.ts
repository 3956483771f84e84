import type { Finding } from "../../model/loop/finding.js";
import { ROOT } from "../../model/schema/path.js";
import type { BodyStatement } from "../../spec/body/body.js";
import { checkBody } from "../../spec/body/rules/check-body.js";
import type { Violation } from "../../spec/rules/violation.js";
import { answerPath } from "../tree-paths.js";
import type { Answered } from "./answered.js";
import type { Target } from "./target.js";

/** What is wrong with a body, at its places in the answer; what was wrong with it before is nobody's to repair now. */
export function bodyFindings(target: Target, { statements, paths }: Answered): readonly Finding[] {
  const check = (body: readonly BodyStatement[]): readonly Violation[] => checkBody(body, target.scope, ROOT);
  const before = new Set(
    target.isStub || target.body === null ? [] : check(target.body.statements).map(keyOf),
  );
  return check(statements).flatMap((violation): readonly Finding[] => {
    const path = answerPath(statements, violation.path, paths);
    if (path !== null) return [{ ...violation, path, by: "rule" }];
    if (before.has(keyOf(violation))) return [];
    const advice = `What stays as it is does not fit any longer: ${violation.advice}`;
    return [{ ...violation, path: ROOT, advice, by: "rule" }];
  });
}

function keyOf({ expected, found, advice }: Violation): string {
  return JSON.stringify([expected, found, advice]);
}
