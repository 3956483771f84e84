import type { Command } from "commander";
import { recheck } from "../../graph/questions/recheck.js";
import { readCommit } from "../../host/local/read-commit.js";
import type { Backend } from "../../source/backend.js";
import { EXIT_CODES, SUCCESS } from "../exit-codes.js";
import { GATES_HELP, parseGates } from "../gate-list.js";
import { verificationText } from "../print/verification-text.js";
import { progressDisplay } from "../progress-display.js";
import { readFolderBackend } from "../read-folder-backend.js";
import type { Tools } from "../tools.js";
import { UsageError } from "../usage-error.js";

interface VerifyOptions {
  readonly repo: string;
  readonly base?: string;
  readonly json?: boolean;
  readonly gates?: string;
  readonly scoped?: boolean;
}

const NOTHING_REMOVED = { models: [], fields: [], dtos: [], properties: [], operations: [] };

export function addVerify(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("verify")
    .description("pass the gates over the files of a folder, as a difference to a commit")
    .option("--repo <folder>", "the backend: a folder", ".")
    .option(
      "--base <commit>",
      "what to compare with; without it only what the backend has already is counted",
    )
    .option("--gates <list>", GATES_HELP)
    .option(
      "--scoped",
      "compile only what differs from the base and what that reaches: quicker, and no verdict",
    )
    .option("--json", "print the list of {gate, verdict, summary, diagnostics, duration}")
    .action(async (options: VerifyOptions) => {
      const gates = parseGates(options.gates);
      if (options.scoped === true && options.base === undefined)
        throw new UsageError("--scoped looks at what differs from a commit; name it with --base");
      const head = await readFolderBackend(options.repo);
      const base = options.base === undefined ? head : await readCommit(options.repo, options.base);
      const environment = tools.environment();
      const results = await tools.workshop(environment).verify({
        base,
        head,
        touched: changedPaths(base, head),
        removed: NOTHING_REMOVED,
        answeredGuards: [],
        gates,
        ...(options.scoped === true ? { scope: recheck(base, head, tools.factCache(environment)) } : {}),
        progress: progressDisplay(tools.console),
      });
      tools.console.out(options.json ? `${JSON.stringify(results, null, 2)}\n` : verificationText(results));
      const failed = results.some((gate) => gate.verdict === "failed");
      end(failed ? EXIT_CODES.stopped : SUCCESS);
    });
}

/** Here a person has made the change, so whatever they touched was meant to be touched. */
function changedPaths(base: Backend, head: Backend): ReadonlySet<string> {
  const paths = new Set([...base.files.keys(), ...head.files.keys()]);
  return new Set([...paths].filter((path) => base.files.get(path)?.sha !== head.files.get(path)?.sha));
}
