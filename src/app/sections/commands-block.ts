import { USAGE } from "../../change/command.js";
import { code, details } from "../markdown.js";

/** The commands, folded away at the end of what the bot writes. */
export function commandsBlock(): string {
  return details("Commands", commandList());
}

export function commandList(): string {
  const lines = Object.values(USAGE)
    .flat()
    .map((usage) => `- ${code(`/autobe ${usage}`)}`);
  return `A command has to start its comment; lines that follow directly belong to the same request.\n\n${lines.join("\n")}`;
}
