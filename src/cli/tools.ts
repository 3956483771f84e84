import type { Environment } from "../config/environment.js";
import type { FactCache } from "../graph/facts/fact-cache.js";
import type { Ports } from "../run/ports.js";
import type { Console } from "./console.js";
import type { Terminal } from "./interactive/prompter.js";

/** Ports of a run that do not depend on the request. */
export type Workshop = Pick<Ports, "planChange" | "verify" | "migrationOf" | "lendModel">;

/** What commands need from outside; `cli.ts` brings the real things, tests what they want to look at. */
export interface Tools {
  readonly console: Console;
  /** What is piped in, or a person at the keyboard. */
  readonly terminal: Terminal;
  readonly environment: () => Environment;
  readonly workshop: (environment: Environment) => Workshop;
  readonly factCache: (environment: Environment) => FactCache;
  readonly now: () => number;
  /** Where the server's log goes, line by line. */
  readonly log: (line: string) => void;
  /** Resolves when somebody wants the server to stop, with the reason. */
  readonly untilStopped: () => Promise<string>;
}
