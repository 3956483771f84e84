import type { Command } from "commander";
import type { Change } from "../../change/change.js";
import { FORMS, printChange } from "../../change/forms.js";
import { kindsBySubject } from "../../change/help.js";
import { changesIn, FILE_HELP, requestOf } from "../change-lines.js";
import { EXIT_HELP, NOTHING, SUCCESS } from "../exit-codes.js";
import { askChanges } from "../interactive/ask-changes.js";
import { choicesIn } from "../interactive/choices.js";
import { openPrompter, type Prompter } from "../interactive/prompter.js";
import { readFolderBackend } from "../read-folder-backend.js";
import type { Tools } from "../tools.js";
import { UsageError } from "../usage-error.js";
import { applyRequest } from "./apply.js";
import { planRequest } from "./plan.js";

interface ChangeOptions {
  readonly repo: string;
  readonly interactive?: boolean;
  readonly file?: string;
  readonly json?: boolean;
}

export function addChange(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("change")
    .description("write changes: asked for step by step, or from lines to JSON and back")
    .argument("[changes...]", 'one or several changes, each in quotes: "remove comments"')
    .option("-i, --interactive", "ask for kind and names, with completion from the backend")
    .option("--repo <folder>", "the backend: a git repository, or a folder of one", ".")
    .option("--file <file>", FILE_HELP)
    .option("--json", "print the changes as a file that plan and apply take with --file")
    .addHelpText("after", kindsHelp)
    .addHelpText("after", EXIT_HELP)
    .action(async (lines: string[], options: ChangeOptions) => {
      if (options.interactive !== true) {
        print(await changesIn(lines, options.file, tools.terminal.input), options, tools);
        return end(SUCCESS);
      }
      if (lines.length > 0 || options.file !== undefined)
        throw new UsageError("--interactive asks for the changes: give none, or leave it out");
      end(await talk(options, tools));
    });
}

/** Every kind with its example, by what it is on. */
function kindsHelp(): string {
  const groups = kindsBySubject().map(
    ([subject, kinds]) =>
      `${subject}:\n${kinds.map((kind) => `  ${FORMS[kind].usage}\n      ${FORMS[kind].example}`).join("\n")}`,
  );
  return `\nChanges, by what they are on:\n\n${groups.join("\n\n")}`;
}

const NO_TERMINAL =
  "--interactive needs a terminal to ask questions on. Without one, write the change as a line, " +
  'such as: autobe-bot plan "remove comments", or as JSON with --file; `autobe-bot change --help` says how';

async function talk(options: ChangeOptions, tools: Tools): Promise<number> {
  if (!tools.terminal.interactive) throw new UsageError(NO_TERMINAL);
  const backend = await readFolderBackend(options.repo);
  const prompter = openPrompter(tools.terminal);
  const asked = await askAll(prompter, choicesIn(backend)).finally(() => prompter.close());
  if (asked === null) {
    tools.console.err("Nothing was asked for.\n");
    return NOTHING;
  }
  print(asked.changes, options, tools);
  const text = requestOf(asked.changes.map(printChange));
  const { repo } = options;
  if (asked.next === "plan") return await planRequest(text, { repo }, tools);
  return asked.next === "apply" ? await applyRequest(text, { repo }, tools) : SUCCESS;
}

const NEXT = ["print", "plan", "apply"] as const;

async function askAll(
  prompter: Prompter,
  choicesOf: ReturnType<typeof choicesIn>,
): Promise<{ readonly changes: readonly Change[]; readonly next: (typeof NEXT)[number] } | null> {
  const changes = await askChanges(prompter, choicesOf);
  if (changes === null) return null;
  for (;;) {
    const answer = await prompter.ask("print only, plan, or apply? [print]", NEXT);
    const next = NEXT.find((each) => each === (answer ?? "").toLowerCase().split(" ")[0]);
    if (answer === null || answer === "") return { changes, next: "print" };
    if (next !== undefined) return { changes, next };
    prompter.say(
      `  print shows the ${changes.length === 1 ? "line" : "lines"}, plan what would be touched, apply does it`,
    );
  }
}

function print(changes: readonly Change[], { json }: ChangeOptions, { console }: Tools): void {
  if (json === true) console.out(`${JSON.stringify({ changes }, null, 2)}\n`);
  else console.out(changes.map((change) => `${printChange(change)}\n`).join(""));
}
