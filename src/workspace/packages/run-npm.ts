import { networkEnvironment } from "../../config/bare-environment.js";
import type { Progress } from "../../util/progress.js";
import { cannotInstall } from "../cannot-install.js";
import { runChild } from "../process/run-child.js";
import { npmFailure } from "./npm-failure.js";

const LIMIT = 15 * 60_000;
const SAY_EVERY = 3_000;

/**
 * No script of a package runs, and npm finds no git to run either. The folder holds nothing but a manifest and a lock
 * file of ours, so no `.npmrc` of a repository is read.
 */
const FLAGS = [
  "--ignore-scripts",
  "--no-audit",
  "--no-fund",
  "--no-update-notifier",
  "--prefer-offline",
  "--git=autobe-bot-runs-no-git",
  "--loglevel=error",
  // Its own patience is over a minute, which is long for a machine that is simply offline.
  "--fetch-retry-mintimeout=3000",
  "--fetch-retry-maxtimeout=10000",
];

/** Runs npm in a folder of ours; `what` is what a waiting person reads: "installing dependencies". */
export async function runNpm(
  folder: string,
  args: readonly string[],
  what: string,
  progress: Progress,
): Promise<void> {
  const started = Date.now();
  const say = (): void => progress.say(`${what}… ${Math.round((Date.now() - started) / 1000)} s`);
  say();
  const timer = setInterval(say, SAY_EVERY);
  try {
    const run = {
      command: "npm",
      args: [...args, ...FLAGS],
      cwd: folder,
      env: networkEnvironment(),
      limit: LIMIT,
    };
    const result = await runChild(run);
    if (result.code !== 0) throw npmFailure(result.output, result.timedOut);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw cannotInstall("npm", "npm is not on the PATH", "Install Node.js with npm", error);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
