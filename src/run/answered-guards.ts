import type { Plan } from "../plan/plan.js";
import type { AnsweredGuard } from "../verify/gate.js";

/** The guards that an answer dropped, as the gates know them. */
export function answeredGuards(plan: Plan): AnsweredGuard[] {
  return plan.notices
    .filter((notice) => notice.kind === "dropped-guard")
    .map(({ path, line, text }) => ({ path, line: line ?? 1, snippet: text }));
}
