import { homedir } from "node:os";
import { join } from "node:path";

/** Where the bot keeps things on this machine. */
export interface Folders {
  /** Blobs, tools, dependencies, facts: everything that can be made again. */
  readonly cache: string;
  /** The embedded store. */
  readonly state: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * `AUTOBE_HOME` holds both; without it they stand where the system keeps such things. `AUTOBE_BOT_CACHE` moves
 * the cache alone, so that several checkouts or homes can share one.
 */
export function readFolders(variables: Variables = process.env): Folders {
  const own = setting(variables, "AUTOBE_BOT_CACHE");
  const home = setting(variables, "AUTOBE_HOME");
  if (home !== null) return { cache: own ?? join(home, "cache"), state: join(home, "state") };
  const cache = setting(variables, "XDG_CACHE_HOME") ?? join(homedir(), ".cache");
  const state = setting(variables, "XDG_STATE_HOME") ?? join(homedir(), ".local", "state");
  return { cache: own ?? join(cache, "autobe-bot"), state: join(state, "autobe-bot") };
}

/** A variable that is set to something; an empty one counts as not set. */
export function setting(variables: Variables, name: string): string | null {
  const value = variables[name]?.trim() ?? "";
  return value === "" ? null : value;
}
