import type { Command } from "../../change/command.js";
import type { Desk } from "../desk.js";
import { outcomeText } from "../outcome-comment.js";

/** Whether a comment is read by a model: it starts with no command, and a model is set up. */
export function isFreeText(commands: readonly Command[], { services }: Pick<Desk, "services">): boolean {
  return commands[0]?.verb === "invalid" && Boolean(services.workshop.lendModel);
}

/** Answers a text with the commands that it comes to. A person sends them, or not: reading is no consent. */
export async function readFreeText(desk: Desk): Promise<void> {
  const { services, job, thread, client, host } = desk;
  const { outcome, cost } = await services.run(
    { text: job.text, answers: new Map(), until: "plan", gates: null, issue: job.issue, requester: null },
    {
      ...services.workshop,
      host,
      describe: () => ({ title: "", body: "" }),
      mayPublish: async () =>
        await Promise.resolve({
          kind: "refused",
          reason: "A text is answered with a plan",
          remedy: "Send it",
        }),
      progress: services.progress,
      requests: () => client.requests,
    },
  );
  services.log.info({ job: desk.context.id, outcome: outcome.kind, cost }, "text read");
  await thread.reply(outcomeText(outcome));
  const isRead = outcome.kind === "understood" || outcome.kind === "unclear";
  await thread.react(isRead ? "rocket" : "confused");
}
