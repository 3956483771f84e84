import type { Desk, PullThread } from "../desk.js";
import { applyPlan } from "./apply-plan.js";
import { configHash, planningHost, readFreeText } from "./read-free-text.js";

/** Has the newest plan of this thread carried out, if nothing has moved since; else the text is read again. */
export async function apply(desk: Desk, pull: PullThread | null): Promise<void> {
  const { thread } = desk;
  const request = thread.lastRequest(await thread.comments());
  if (request?.state !== "planned" || request.plan === undefined) {
    await thread.reply(
      "No plan of mine waits here. Say what you want in a comment that starts with `/autobe`, and I answer with one.",
    );
    return thread.react("confused");
  }
  const now = await planningHost(desk, pull).read();
  const isSame =
    now.kind === "backend" &&
    now.backend.commit === request.plan.base &&
    configHash(now.backend) === request.plan.config;
  if (!isSame) return readFreeText(desk, request, pull, `${MOVED}\n\n`);
  await applyPlan(desk, request, pull);
}

const MOVED =
  "The backend or its settings have moved since I planned this, so I read it again. Nothing was carried out.";
