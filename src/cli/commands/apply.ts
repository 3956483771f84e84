import type { Command } from "commander";
import type { RunReport } from "../../run/report.js";
import { CHANGES_HELP, FILE_HELP, requestIn } from "../change-lines.js";
import { EXIT_CODES, EXIT_HELP } from "../exit-codes.js";
import { GATES_HELP, NO_RUN_HELP, parseGates, RUN_HELP } from "../gate-list.js";
import { outcomeText } from "../print/outcome-text.js";
import { reportJson } from "../print/report-json.js";
import { unifiedDiff } from "../print/unified-diff.js";
import { readDecisions } from "../read-decisions.js";
import type { Tools } from "../tools.js";
import { walkRequest } from "../walk-request.js";

interface ApplyOptions {
  readonly repo: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly gates?: string;
  readonly run?: boolean;
  readonly file?: string;
  readonly decide?: string;
}

export function addApply(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("apply")
    .description("carry a change out: a branch with one commit per layer, or a diff")
    .argument("[changes...]", CHANGES_HELP)
    .option("--repo <folder>", "the backend: a git repository, or a folder of one", ".")
    .option(
      "--dry-run",
      "do everything but publish, and print the diff; uncommitted files are read as they are",
    )
    .option("--gates <list>", GATES_HELP)
    .option("--run", RUN_HELP)
    .option("--no-run", NO_RUN_HELP)
    .option("--file <file>", FILE_HELP)
    .option("--decide <file>", "answers to questions, one per line: <id> <option>")
    .option("--json", "print {outcome, edits, diagnostics, plan, cost, timings}")
    .addHelpText("after", EXIT_HELP)
    .action(async (changes: string[], options: ApplyOptions) => {
      const reads = tools.environment().model !== null;
      const text = await requestIn(changes, options.file, tools.terminal.input, reads);
      end(await applyRequest(text, options, tools));
    });
}

/** Carries a request out, says what came of it, and gives the exit code. */
export async function applyRequest(text: string, options: ApplyOptions, tools: Tools): Promise<number> {
  const gates = parseGates(options.gates);
  const answers = await readDecisions(options.decide);
  const until = options.dryRun ? "verify" : "publish";
  const run = options.run === undefined ? {} : { run: options.run };
  const request = { text, answers, until, gates, ...run } as const;
  const report = await walkRequest(options.repo, request, tools);
  print(report, options, tools);
  return EXIT_CODES[report.outcome.kind];
}

/** A dry run's diff is the result and can be piped on; what a person reads about it goes the other way. */
function print(report: RunReport, options: ApplyOptions, { console }: Tools): void {
  if (options.json) return console.out(`${JSON.stringify(reportJson(report), null, 2)}\n`);
  const { outcome } = report;
  if (outcome.kind === "dry-run") console.out(unifiedDiff(outcome.edits));
  const tell = outcome.kind === "published" || outcome.kind === "question" ? console.out : console.err;
  tell(outcomeText(outcome));
}
