import type { Command } from "./command.js";
import { printChange } from "./forms.js";

/** The one-line form of a command, without `/autobe`. Parsing it gives the command back. */
export function printCommand(command: Command): string {
  switch (command.verb) {
    case "add":
    case "change":
    case "expose":
    case "hide":
    case "move":
    case "remove":
    case "rename":
    case "split":
      return printChange(command.change);
    case "answer":
      return `answer ${command.id} ${command.option}`;
    case "accept":
      return `accept ${command.code}`;
    case "explain":
      return `explain ${command.artefact}`;
    case "invalid":
      return command.line;
    case "help":
      return command.topic === null ? "help" : `help ${command.topic}`;
    case "status":
    case "apply":
    case "sync":
      return command.verb;
  }
}
