import type { Command } from "commander";
import { LocalBranch } from "../../host/local/local-branch.js";
import type { RunReport } from "../../run/report.js";
import type { Request } from "../../run/request.js";
import { sync } from "../../run/sync/sync.js";
import { EXIT_CODES, EXIT_HELP } from "../exit-codes.js";
import { GATES_HELP, NO_RUN_HELP, parseGates, RUN_HELP } from "../gate-list.js";
import { outcomeText } from "../print/outcome-text.js";
import { reportJson } from "../print/report-json.js";
import { unifiedDiff } from "../print/unified-diff.js";
import { progressDisplay } from "../progress-display.js";
import { readDecisions } from "../read-decisions.js";
import type { Tools } from "../tools.js";

interface SyncOptions {
  readonly repo: string;
  readonly base?: string;
  readonly plan?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly gates?: string;
  readonly run?: boolean;
  readonly decide?: string;
}

export function addSync(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("sync")
    .description("let the backend follow what you wrote into schema and DTOs on this branch")
    .option("--repo <folder>", "the backend: a git repository, or a folder of one", ".")
    .option("--base <commit>", "what your edits started from (default: where HEAD left the default branch)")
    .option("--plan", "say what would be touched, and why; nothing is edited")
    .option("--dry-run", "do everything but write, and print the diff")
    .option("--gates <list>", GATES_HELP)
    .option("--run", RUN_HELP)
    .option("--no-run", NO_RUN_HELP)
    .option("--decide <file>", "answers to questions, one per line: <id> <option>")
    .option("--json", "print {outcome, edits, diagnostics, plan, cost, timings}")
    .addHelpText("after", EXIT_HELP)
    .action(async (options: SyncOptions) => {
      const gates = parseGates(options.gates);
      const answers = await readDecisions(options.decide);
      const until = options.plan ? "plan" : options.dryRun ? "verify" : "publish";
      const host = new LocalBranch(options.repo, options.base ?? null);
      const run = options.run === undefined ? {} : { run: options.run };
      const report = await walk(
        { text: "", answers, until, gates, ...run, issue: null, requester: null },
        host,
        tools,
      );
      if (options.json) tools.console.out(`${JSON.stringify(reportJson(report), null, 2)}\n`);
      else print(report, host, tools);
      end(EXIT_CODES[report.outcome.kind]);
    });
}

async function walk(request: Request, host: LocalBranch, tools: Tools): Promise<RunReport> {
  return await sync(request, {
    ...tools.workshop(tools.environment()),
    host,
    describe: ({ plan }) => ({ title: plan.change, body: "" }),
    mayPublish: async () => await Promise.resolve(null),
    progress: progressDisplay(tools.console),
    now: tools.now,
    requests: () => 0,
  });
}

/** A dry run's diff can be piped on, on top of what the person wrote; what is told about it goes the other way. */
function print({ outcome }: RunReport, host: LocalBranch, { console }: Tools): void {
  if (outcome.kind === "dry-run") console.out(unifiedDiff(outcome.edits));
  const isResult = outcome.kind === "published" || outcome.kind === "planned" || outcome.kind === "question";
  const text = outcomeText(outcome);
  if (outcome.kind !== "published") return (isResult ? console.out : console.err)(text);
  const told = text.replace(/\nPublished as [^\n]*\n$/, "");
  const { branch, commit } = outcome.proposal;
  console.out(
    host.uncommitted
      ? `${told}\nWritten beside your edits, and not committed. To look at it: git status\n`
      : `${told}\nCommitted on ${branch}, up to ${commit.slice(0, 10)}. To look at it: git log -p\n`,
  );
}
