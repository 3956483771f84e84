import { type Command, type InvalidCommand, USAGE, type Verb, VERBS } from "./command.js";
import { isOption, OPTIONS } from "./answer.js";
import { nearestOf } from "./nearest.js";
import type { ChangeVerb } from "./form.js";
import { formsOf, parseChange } from "./forms.js";
import { tidyLine, tidyName } from "./tidy-line.js";

type Parser = (rest: string, line: string) => Command;

/** A verb without a parser does not compile. */
const PARSERS: Readonly<Record<Verb, Parser>> = {
  add: (rest, line) => parseAsked("add", rest, line),
  change: (rest, line) => parseAsked("change", rest, line),
  expose: (rest, line) => parseAsked("expose", rest, line),
  hide: (rest, line) => parseAsked("hide", rest, line),
  move: (rest, line) => parseAsked("move", rest, line),
  remove: (rest, line) => parseAsked("remove", rest, line),
  rename: (rest, line) => parseAsked("rename", rest, line),
  split: (rest, line) => parseAsked("split", rest, line),
  answer: parseAnswer,
  accept: (rest, line) =>
    rest === "" ? missing("accept", line) : { verb: "accept", code: rest.toLowerCase() },
  explain: (rest, line) => (rest === "" ? missing("explain", line) : { verb: "explain", artefact: rest }),
  help: (rest) => ({ verb: "help", topic: rest === "" ? null : rest }),
  apply: (rest, line) =>
    rest === "" ? { verb: "apply" } : invalid(line, "it stands alone, behind a plan of mine", "apply"),
  status: () => ({ verb: "status" }),
  sync: (rest, line) =>
    rest === "" ? { verb: "sync" } : invalid(line, "it stands alone: the branch says what changes", "sync"),
};

/** Reads one line of the command language, with or without `/autobe` in front. */
export function parseCommand(text: string): Command {
  const line = tidyLine(text).replace(/^\/autobe(?=\s|$)\s*/i, "");
  const [word = "", ...words] = line.split(" ");
  const verb = word.toLowerCase();
  if (verb === "") return invalid(line, "it names no command", "help");
  if (isVerb(verb)) return PARSERS[verb](tidyName(words.join(" ")), line);
  const near = nearestOf(verb, VERBS);
  const problem = `there is no command "${word.slice(0, 40)}"`;
  return invalid(line, problem, near === null ? "help" : [near, ...words].join(" ").trim());
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(USAGE, word);
}

function parseAsked(verb: ChangeVerb, rest: string, line: string): Command {
  const change = parseChange(verb, rest);
  if (change !== null) return { verb, change };
  if (rest === "") return missing(verb, line);
  const forms = formsOf(verb).map((form) => form.usage);
  const [first = ""] = formsOf(verb).map((form) => form.example);
  return invalid(line, `it is written as one of: ${forms.join("; ")}`, first);
}

function parseAnswer(rest: string, line: string): Command {
  const [id = "", word = "", ...more] = rest.split(" ");
  const option = word.toLowerCase();
  if (id === "" || option === "") return missing("answer", line);
  if (!isOption(option))
    return invalid(
      line,
      `"${word.slice(0, 40)}" is not an option; the options are ${OPTIONS.join(", ")}`,
      `answer ${id} ${nearestOf(option, OPTIONS) ?? OPTIONS[0]}`,
    );
  if (more.length > 0) return invalid(line, "an answer has one id and one option", `answer ${id} ${option}`);
  return { verb: "answer", id: id.toLowerCase(), option };
}

function missing(verb: Verb, line: string): InvalidCommand {
  return invalid(line, `it is not complete: ${USAGE[verb].join("; ")}`, null);
}

function invalid(line: string, problem: string, suggestion: string | null): InvalidCommand {
  return { verb: "invalid", line, problem, suggestion };
}
