import type { Change } from "../../change/change.js";
import { USAGE } from "../../change/command.js";
import { exampleOf, FORMS } from "../../change/forms.js";
import { headlineOf, helpOn, kindsBySubject, OTHER_VERBS } from "../../change/help.js";
import { descriptionOf } from "../../change/json/change-schema.js";
import { block, code, details, plain } from "../markdown.js";

const HOW = "A command has to start its comment; lines that follow directly belong to the same request.";

/** The commands, folded away at the end of what the bot writes. */
export function commandsBlock(): string {
  const kinds = kindsBySubject().flatMap(([, each]) => each.map((kind) => FORMS[kind].usage));
  return details("Commands", `${HOW}\n\n${[...kinds, ...otherUsages()].map(item).join("\n")}`);
}

/** Every command, the changes by what they are on and each with an example. */
export function commandList(): string {
  const groups = kindsBySubject().map(
    ([subject, kinds]) => `**${subject}**\n\n${kinds.map((kind) => example(kind)).join("\n")}`,
  );
  const others = `**other commands**\n\n${otherUsages().map(item).join("\n")}`;
  const more = `${code("/autobe help add field")} says more about one of them.`;
  return [HOW, ...groups, others, more].join("\n\n");
}

/** Help on one word; null where nothing is called that. */
export function helpText(topic: string): string | null {
  const help = helpOn(topic);
  if (!help.found) return null;
  const [only] = help.kinds;
  if (only !== undefined && help.kinds.length === 1) return whole(only);
  return [...help.kinds.map((kind) => example(kind)), ...help.usages.map(item)].join("\n");
}

/** What a person may have meant by a word that nothing is called. */
export function sayNoHelp(topic: string): string {
  const help = helpOn(topic);
  const meant = help.found || help.nearest === null ? "help" : `help ${help.nearest}`;
  return `There is no command ${code(topic)}. Did you mean ${code(`/autobe ${meant}`)}?`;
}

function otherUsages(): readonly string[] {
  return OTHER_VERBS.flatMap((verb) => USAGE[verb]);
}

function item(usage: string): string {
  return `- ${code(`/autobe ${usage}`)}`;
}

function example(kind: Change["kind"]): string {
  const { usage, example: line } = FORMS[kind];
  return `${item(usage)}<br>such as ${code(`/autobe ${line}`)}`;
}

function whole(kind: Change["kind"]): string {
  return [
    `**${headlineOf(kind)}**: ${plain(descriptionOf(kind).replace(/\s+/g, " "))}`,
    example(kind),
    `As JSON, for ${code("autobe-bot plan --file")}:\n\n${block("json", JSON.stringify(exampleOf(kind), null, 2))}`,
  ].join("\n\n");
}
