import type { Option } from "./answer.js";
import type { Change } from "./change.js";

/** One line that a person wrote to the bot, understood or not. */
export type Command =
  | { readonly verb: "remove"; readonly change: Change }
  | { readonly verb: "answer"; readonly id: string; readonly option: Option }
  | { readonly verb: "accept"; readonly code: string }
  | { readonly verb: "explain"; readonly artefact: string }
  | { readonly verb: "help" }
  | { readonly verb: "status" }
  | InvalidCommand;

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

/** How each verb is written, in the order in which help lists them. */
export const USAGE: Readonly<Record<Verb, string>> = {
  remove: "remove <feature>",
  answer: "answer <question> drop-check|drop-operation|keep",
  accept: "accept <risk code>",
  explain: "explain <artefact>",
  status: "status",
  help: "help",
};

export const VERBS: readonly Verb[] = Object.keys(USAGE) as Verb[];
