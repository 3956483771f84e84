import { localHost } from "../host/local/local-host.js";
import type { Work } from "../run/outcome.js";
import type { RunReport } from "../run/report.js";
import type { Request } from "../run/request.js";
import { run } from "../run/run.js";
import { progressDisplay } from "./progress-display.js";
import type { Tools } from "./tools.js";

/** Runs a request on a folder of this machine. */
export async function walkRequest(
  folder: string,
  request: Omit<Request, "issue" | "requester">,
  tools: Tools,
): Promise<RunReport> {
  const dryRun = request.until !== "publish";
  return await run(
    { ...request, issue: null, requester: null },
    {
      ...tools.workshop(tools.environment()),
      host: localHost(folder, { dryRun }),
      describe,
      mayPublish: async () => await Promise.resolve(null),
      progress: progressDisplay(tools.console),
      now: tools.now,
      requests: () => 0,
    },
  );
}

/** A branch in a local checkout has no pull request; its commits say everything. */
function describe(work: Work): { readonly title: string; readonly body: string } {
  return { title: work.plan.change, body: "" };
}
