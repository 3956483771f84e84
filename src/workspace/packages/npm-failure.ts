import type { WorldError } from "../../errors/world-error.js";
import { cannotInstall } from "../cannot-install.js";

/** What npm complained about, with the package it stumbled over and the way out. */
export function npmFailure(output: string, timedOut: boolean): WorldError {
  if (timedOut)
    return cannotInstall("npm", "it did not end in time", "Check the way to the npm registry and try again");
  const lines = output
    .split("\n")
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*(404|notarget|ERESOLVE)?\s*/, "").trim());
  const code = /^code (\w+)/m.exec(lines.join("\n"))?.[1] ?? "unknown";
  const told = lines.filter(
    (line) => line !== "" && !/^(code |syscall|errno|A complete log|While resolving)/.test(line),
  );
  const conflict = told[told.indexOf("Could not resolve dependency:") + 1];
  const detail = (told.includes("Could not resolve dependency:") ? conflict : told[0]) ?? "no reason";
  const name = packageIn(detail) ?? packageIn(output) ?? "package.json";
  return cannotInstall(name, `npm says ${code}: ${detail}`, REMEDIES[code] ?? OTHERWISE, output);
}

const OTHERWISE = "Run `npm install` in the backend, and commit what makes it pass";
const OFFLINE = "Connect to the npm registry once; afterwards the cache serves it offline";

const REMEDIES: Readonly<Record<string, string>> = {
  ENOTFOUND: OFFLINE,
  ECONNREFUSED: OFFLINE,
  ECONNRESET: OFFLINE,
  EAI_AGAIN: OFFLINE,
  ETIMEDOUT: OFFLINE,
  ENOTCACHED: OFFLINE,
  ENOSPC: "Free some disk space and run it again",
  E404: "Correct the package's name in package.json",
  ETARGET: "Ask in package.json for a version that was published",
  ERESOLVE: "Repair the ranges in package.json so that the peers fit each other, or commit a lock file",
  EUSAGE: "Run `npm install` in the backend and commit the lock file",
  EINTEGRITY: "The lock file's checksum is not the registry's; make the lock file again",
};

const NAME = String.raw`((?:@[\w.~-]+\/)?[\w.~-]+)`;

/** The package that a text of npm's is about, as far as it names one. */
function packageIn(text: string): string | null {
  const patterns = [
    `No matching version found for ${NAME}@`,
    `peer \\S+ from ${NAME}@`,
    `(?:Missing|Invalid): (?:lock file's )?${NAME}@`,
    `'${NAME}@[^']*' (?:is not in this registry|could not be found)`,
    `https?://[^/\\s]+/${NAME}(?:[\\s/]|$)`,
  ];
  const match = patterns
    .map((pattern) => new RegExp(pattern, "i").exec(text.replace(/%2f/gi, "/")))
    .find(Boolean);
  return match?.[1] ?? null;
}
