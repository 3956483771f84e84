import { type Option, OPTIONS } from "./answer.js";
import type { Change } from "./change.js";
import type { ChangeVerb } from "./form.js";
import { formsOf } from "./forms.js";

/** One line that a person wrote to the bot, understood or not. */
export type Command =
  | ChangeCommand
  | { readonly verb: "answer"; readonly id: string; readonly option: Option }
  | { readonly verb: "accept"; readonly code: string }
  | { readonly verb: "explain"; readonly artefact: string }
  | { readonly verb: "help"; readonly topic: string | null }
  | { readonly verb: "status" }
  | { readonly verb: "sync" }
  | { readonly verb: "apply" }
  | InvalidCommand;

export interface ChangeCommand {
  readonly verb: ChangeVerb;
  readonly change: Change;
}

export type Verb = Exclude<Command["verb"], "invalid">;

/** A line that is addressed to the bot and cannot be followed; it is answered, never skipped in silence. */
export interface InvalidCommand {
  readonly verb: "invalid";
  /** The line as written, shortened. */
  readonly line: string;
  /** A sentence without the full stop: what is wrong with it. */
  readonly problem: string;
  /** What the person may have meant, as a whole command; null where nothing is near. */
  readonly suggestion: string | null;
}

/** How each verb is written, each in one or more forms, in the order in which help lists them. */
export const USAGE: Readonly<Record<Verb, readonly string[]>> = {
  add: usagesOf("add"),
  change: usagesOf("change"),
  expose: usagesOf("expose"),
  hide: usagesOf("hide"),
  move: usagesOf("move"),
  remove: usagesOf("remove"),
  rename: usagesOf("rename"),
  split: usagesOf("split"),
  answer: [`answer <question> ${OPTIONS.join("|")}`],
  accept: ["accept <risk code>"],
  explain: ["explain <artefact>"],
  apply: ["apply"],
  sync: ["sync"],
  status: ["status"],
  help: ["help [<change>|<command>]"],
};

export const VERBS: readonly Verb[] = Object.keys(USAGE) as Verb[];

export function isChangeCommand(command: Command): command is ChangeCommand {
  return "change" in command;
}

function usagesOf(verb: ChangeVerb): readonly string[] {
  return formsOf(verb).map((form) => form.usage);
}
