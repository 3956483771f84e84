import type { Outcome, Published } from "../run/outcome.js";
import type { Desk } from "./desk.js";
import { outcomeText } from "./outcome-comment.js";
import type { RequestMark } from "./request-mark.js";
import { writeChecks } from "./run-request.js";
import { workText } from "./work-text.js";

/** Says on a pull request how a command ended, in the one comment about it, and checks the commit that came of it. */
export async function sayEnd(
  desk: Desk,
  request: RequestMark,
  outcome: Outcome,
  issue: number,
  lead: (published: Published) => string,
): Promise<void> {
  const checks =
    outcome.kind === "published" ? await writeChecks(desk, outcome, outcome.proposal, issue) : null;
  const open =
    outcome.kind === "question"
      ? outcome.questions.flatMap((q) => [q.id, ...q.places.map(({ id }) => id)])
      : [];
  const text = outcome.kind === "published" ? workText(lead(outcome), outcome) : outcomeText(outcome);
  const state = open.length > 0 ? "waiting" : "ended";
  await desk.thread.say({ ...request, state, open }, checks === null ? text : `${text}\n\n${checks}`);
  if (outcome.kind === "published") await desk.thread.react("rocket");
  else if (outcome.kind !== "question") await desk.thread.react("confused");
}
