import { networkEnvironment } from "../../config/bare-environment.js";
import type { Progress } from "../../util/progress.js";
import { cannotInstall } from "../cannot-install.js";
import { runChild } from "../process/run-child.js";

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
    if (result.code !== 0) throw failure(result.output, result.timedOut);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw cannotInstall("npm", "npm is not on the PATH", "Install Node.js with npm", error);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

function failure(output: string, timedOut: boolean): Error {
  if (timedOut)
    return cannotInstall(
      "npm",
      "it did not end within 15 minutes",
      "Check the way to the registry and try again",
    );
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1] ?? "unknown";
  const detail = output
    .split("\n")
    .filter((line) => /npm (error|ERR!)/.test(line) && !/A complete log|code \w+$/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*(\d+\s)?/, "").trim())
    .filter((line) => line !== "")
    .slice(0, 3)
    .join("; ");
  return cannotInstall(packageIn(output), `npm says ${code}: ${detail}`, REMEDIES[code] ?? OTHERWISE, output);
}

const OTHERWISE = "Run `npm install` in the backend, and commit what makes it pass";

const REMEDIES: Readonly<Record<string, string>> = {
  ENOTFOUND: "Connect to the npm registry once; afterwards the cache serves it offline",
  ECONNREFUSED: "Connect to the npm registry once; afterwards the cache serves it offline",
  EAI_AGAIN: "Connect to the npm registry once; afterwards the cache serves it offline",
  ETIMEDOUT: "Connect to the npm registry once; afterwards the cache serves it offline",
  E404: "Correct the package's name in package.json",
  ETARGET: "Ask for a version in package.json that was published",
  ERESOLVE: "Repair the ranges in package.json so that the peers fit each other",
  EUSAGE: "Run `npm install` in the backend and commit the lock file",
  EINTEGRITY: "The lock file's checksum is not the registry's; make the lock file again",
};

/** The package npm stumbled over, as far as it names one. */
function packageIn(output: string): string {
  const name =
    /'(@?[\w.~/-]+)@[^']*' is not in this registry/.exec(output)?.[1] ??
    /No matching version found for (@?[\w.~/-]+)@/.exec(output)?.[1] ??
    /(?:While resolving|Missing|Invalid):? (?:lock file's )?(@?[\w.~/-]+)@/.exec(output)?.[1] ??
    /registry\.[\w.]+\/(@?[\w.~-]+(?:(?:\/|%2f)[\w.~-]+)?)/i.exec(output)?.[1];
  return name?.replace(/%2f/i, "/") ?? "package.json";
}
