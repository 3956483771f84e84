import type { Command } from "../change/command.js";
import { atLeast, type Level } from "../host/github/access.js";

/** Who may say what: what writes needs write permission. A verb without a level does not compile. */
const NEEDED: Readonly<Record<Command["verb"], Level>> = {
  add: "write",
  change: "write",
  expose: "write",
  hide: "write",
  move: "write",
  remove: "write",
  rename: "write",
  split: "write",
  answer: "write",
  accept: "write",
  apply: "write",
  sync: "write",
  explain: "triage",
  status: "triage",
  help: "triage",
  invalid: "triage",
};

/** The level that all the commands of a comment together need. */
export function neededLevel(commands: readonly Command[]): Level {
  const levels = commands.map((command) => NEEDED[command.verb]);
  return levels.find((level) => level === "write") ?? levels[0] ?? "write";
}

export function mayWrite(level: Level): boolean {
  return atLeast(level, "write");
}
