import type { Command } from "commander";
import { parseConfig } from "../../config/parse-config.js";
import { CONFIG_PATH, DEFAULT_CONFIG, type VerifyConfig } from "../../config/repository-config.js";
import { recheck } from "../../graph/questions/recheck.js";
import { readCommit } from "../../host/local/read-commit.js";
import type { Backend } from "../../source/backend.js";
import type { GateResult } from "../../verify/diagnostic.js";
import { EXIT_CODES, SUCCESS } from "../exit-codes.js";
import { GATES_HELP, NO_RUN_HELP, parseGates, RUN_HELP } from "../gate-list.js";
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
  readonly run?: boolean;
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
    .option("--run", RUN_HELP)
    .option("--no-run", NO_RUN_HELP)
    .option(
      "--scoped",
      "compile only what differs from the base and what that reaches: quicker, and no verdict",
    )
    .option("--json", "print the list of {gate, verdict, summary, diagnostics, duration, tests}")
    .action(async (options: VerifyOptions) => {
      const gates = parseGates(options.gates);
      if (options.scoped === true && options.base === undefined)
        throw new UsageError("--scoped looks at what differs from a commit; name it with --base");
      if (options.scoped === true && options.run === true)
        throw new UsageError(
          "--scoped builds only some files, and the tests need all of them; leave one out",
        );
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
        run: runSettings(base, options),
        ...(options.scoped === true ? { scope: recheck(base, head, tools.factCache(environment)) } : {}),
        progress: progressDisplay(tools.console),
      });
      tools.console.out(options.json ? `${JSON.stringify(results, null, 2)}\n` : verificationText(results));
      end(isGood(results, options) ? SUCCESS : EXIT_CODES.stopped);
    });
}

/** As the base's configuration says, unless the command line does. */
function runSettings(base: Backend, { run, gates, scoped }: VerifyOptions): VerifyConfig | null {
  const parsed = parseConfig(base.files.get(CONFIG_PATH)?.text ?? null);
  const { verify } = parsed.ok ? parsed.config : DEFAULT_CONFIG;
  return (run ?? (verify.run && gates === undefined && scoped !== true)) ? verify : null;
}

/** Whoever asks for a run must not take a gate that could not be run for one that was passed. */
function isGood(results: readonly GateResult[], { run }: VerifyOptions): boolean {
  return !results.some(
    ({ gate, verdict }) =>
      verdict === "failed" || (run === true && gate === "run-time" && verdict === "skipped"),
  );
}

/** Here a person has made the change, so whatever they touched was meant to be touched. */
function changedPaths(base: Backend, head: Backend): ReadonlySet<string> {
  const paths = new Set([...base.files.keys(), ...head.files.keys()]);
  return new Set([...paths].filter((path) => base.files.get(path)?.sha !== head.files.get(path)?.sha));
}
