import { Command, CommanderError } from "commander";
import { SpecError } from "../errors/spec-error.js";
import { WorldError } from "../errors/world-error.js";
import { outcomeOfError } from "../run/outcome-of-error.js";
import { addApply } from "./commands/apply.js";
import { addChange } from "./commands/change.js";
import { addDemo } from "./commands/demo.js";
import { addDoctor } from "./commands/doctor.js";
import { addExplain } from "./commands/explain.js";
import { addGraph } from "./commands/graph.js";
import { addIssueForm } from "./commands/issue-form.js";
import { addSchema } from "./commands/schema.js";
import { addServe } from "./commands/serve.js";
import { addSync } from "./commands/sync.js";
import { addPlan } from "./commands/plan.js";
import { addVerify } from "./commands/verify.js";
import { Ending } from "./ending.js";
import { EXIT_CODES, FAILURE, SUCCESS, WRONG_USAGE } from "./exit-codes.js";
import { outcomeText } from "./print/outcome-text.js";
import type { Tools } from "./tools.js";
import { UsageError } from "./usage-error.js";
import { version } from "./version.js";

const COMMANDS = [
  addDemo,
  addPlan,
  addApply,
  addSync,
  addGraph,
  addExplain,
  addVerify,
  addChange,
  addSchema,
  addIssueForm,
  addServe,
  addDoctor,
];

/** Follows one command line and gives the exit code. Every error ends here, once. */
export async function main(args: readonly string[], tools: Tools): Promise<number> {
  let code = SUCCESS;
  const program = new Command("autobe-bot")
    .description("Maintains generated TypeScript backends: one change in, one verified proposal out.")
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: tools.console.out, writeErr: tools.console.err })
    .showHelpAfterError("(--help says more)");
  for (const add of COMMANDS) add(program, tools, (ended) => (code = ended));
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return endOf(error, tools);
  }
}

function endOf(error: unknown, { console }: Tools): number {
  // Commander has said what is wrong already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? SUCCESS : WRONG_USAGE;
  if (error instanceof UsageError) {
    console.err(`${error.message}\n`);
    return WRONG_USAGE;
  }
  if (error instanceof Ending || error instanceof WorldError || error instanceof SpecError) {
    const outcome = error instanceof Ending ? error.outcome : outcomeOfError(error);
    console.err(outcomeText(outcome));
    return EXIT_CODES[outcome.kind];
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.err(`This is a bug of autobe-bot, and nothing more was done:\n${text}\n`);
  return FAILURE;
}
