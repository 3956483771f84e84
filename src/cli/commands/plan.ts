import type { Command } from "commander";
import { CHANGES_HELP, FILE_HELP, requestIn } from "../change-lines.js";
import { EXIT_CODES, EXIT_HELP } from "../exit-codes.js";
import { outcomeText } from "../print/outcome-text.js";
import { reportJson } from "../print/report-json.js";
import { readDecisions } from "../read-decisions.js";
import type { Tools } from "../tools.js";
import { walkRequest } from "../walk-request.js";

interface PlanOptions {
  readonly repo: string;
  readonly json?: boolean;
  readonly file?: string;
  readonly decide?: string;
}

export function addPlan(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("plan")
    .description("say what a change would touch, and why; nothing is edited")
    .argument("[changes...]", CHANGES_HELP)
    .option("--repo <folder>", "the backend: a folder", ".")
    .option("--file <file>", FILE_HELP)
    .option("--decide <file>", "answers to questions, one per line: <id> <option>")
    .option("--json", "print {outcome, edits, diagnostics, plan, cost, timings}")
    .addHelpText("after", EXIT_HELP)
    .action(async (changes: string[], options: PlanOptions) => {
      const reads = tools.environment().model !== null;
      const text = await requestIn(changes, options.file, tools.terminal.input, reads);
      end(await planRequest(text, options, tools));
    });
}

const RESULTS: ReadonlySet<string> = new Set(["planned", "question", "understood", "unclear"]);

/** Plans a request, says what came of it, and gives the exit code. */
export async function planRequest(text: string, options: PlanOptions, tools: Tools): Promise<number> {
  const answers = await readDecisions(options.decide);
  const request = { text, answers, until: "plan", gates: null } as const;
  const report = await walkRequest(options.repo, request, tools);
  const { outcome } = report;
  if (options.json) tools.console.out(`${JSON.stringify(reportJson(report), null, 2)}\n`);
  else if (RESULTS.has(outcome.kind)) tools.console.out(outcomeText(outcome));
  else tools.console.err(outcomeText(outcome));
  return EXIT_CODES[outcome.kind];
}
