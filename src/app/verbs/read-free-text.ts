import { createHash } from "node:crypto";
import { printChange } from "../../change/forms.js";
import type { Command } from "../../change/command.js";
import { parseConfig } from "../../config/parse-config.js";
import { CONFIG_PATH } from "../../config/repository-config.js";
import { headHost } from "../../host/github/head-host.js";
import type { Host } from "../../host/host.js";
import type { Backend } from "../../source/backend.js";
import type { Outcome } from "../../run/outcome.js";
import type { Cost } from "../../run/report.js";
import type { Desk, PullThread } from "../desk.js";
import { outcomeText } from "../outcome-comment.js";
import { rememberingHost } from "../remembering-host.js";
import type { PlannedCommands, RequestMark } from "../request-mark.js";
import { applyPlan } from "./apply-plan.js";

/** Whether a comment is read by a model: it starts with no command, and a model is set up. */
export function isFreeText(commands: readonly Command[], { services }: Pick<Desk, "services">): boolean {
  return commands[0]?.verb === "invalid" && Boolean(services.workshop.lendModel);
}

/**
 * Answers a text with the commands that it comes to, and with what they reach. Reading is no consent: a person has
 * them carried out, unless the repository says that nobody has to be asked.
 */
export async function readFreeText(
  desk: Desk,
  request: RequestMark,
  pull: PullThread | null,
  lead = "",
): Promise<void> {
  const { services, job, thread, client } = desk;
  const reading = rememberingHost(planningHost(desk, pull));
  const { outcome, cost } = await services.run(
    { text: request.text, answers: new Map(), until: "plan", gates: null, issue: job.issue, requester: null },
    {
      ...services.workshop,
      host: reading.host,
      describe: () => ({ title: "", body: "" }),
      mayPublish: async () => await Promise.resolve({ kind: "refused", ...NOT_YET }),
      progress: services.progress,
      requests: () => client.requests,
    },
  );
  services.log.info({ job: desk.context.id, outcome: outcome.kind, cost }, "text read");
  const backend = reading.backend();
  const plan = backend === null ? null : plannedOf(request.text, outcome, backend, cost);
  const read: RequestMark =
    plan === null ? { ...request, state: "ended" } : { ...request, state: "planned", plan };
  await thread.say(read, `${lead}${outcomeText(outcome)}`);
  const isRead = outcome.kind === "understood" || outcome.kind === "unclear";
  if (plan !== null && backend !== null && appliesAlone(backend)) await applyPlan(desk, read, pull);
  else await thread.react(isRead ? "rocket" : "confused");
}

const NOT_YET = { reason: "A text is answered with a plan", remedy: "Send /autobe apply" };

/** What a text is read against: the backend, or a proposal as it is now. */
export function planningHost({ client, services, host }: Desk, pull: PullThread | null): Host {
  return pull === null ? host : headHost({ client, cache: services.cache }, pull.branch);
}

/** The commands that a text came to, bound to what they were planned on; null where there are none to carry out. */
function plannedOf(said: string, outcome: Outcome, backend: Backend, cost: Cost): PlannedCommands | null {
  if (outcome.kind !== "understood") return null;
  const text = outcome.changes.map((change) => `/autobe ${printChange(change)}`).join("\n");
  return { text, subject: subjectOf(said), base: backend.commit, config: configHash(backend), cost };
}

function subjectOf(text: string): string {
  const [first = ""] = text
    .replace(/^\s*\/autobe\s/, "")
    .trim()
    .split("\n");
  return first.trim();
}

/** Of what the repository says about the bot. */
export function configHash({ files }: Backend): string {
  return createHash("sha256")
    .update(files.get(CONFIG_PATH)?.text ?? "")
    .digest("hex")
    .slice(0, 12);
}

function appliesAlone({ files }: Backend): boolean {
  const parsed = parseConfig(files.get(CONFIG_PATH)?.text ?? null);
  return parsed.ok && parsed.config.model.auto;
}
