import { randomInt } from "node:crypto";
import { findProgram } from "../../config/find-program.js";
import { isRoot } from "./choose-isolation.js";
import type { SandboxLimits } from "./sandbox.js";

/** Users that no account and no file belongs to; each run gets one of them, so that its processes can be counted. */
const NOBODIES = { from: 200_000, to: 2_000_000 };

/** Who runs the program. As root it would own half of the machine, inside namespaces too. */
export function runAs(): number | null {
  return isRoot() && findProgram("setpriv") !== null ? randomInt(NOBODIES.from, NOBODIES.to) : null;
}

const FILES = ["--core=0", "--nofile=4096", `--fsize=${1024 ** 3}`];

/**
 * Words before a program that bound what it may use up and take every right from it; `privileged` says whether there
 * are rights to take.
 */
export function confined(user: number | null, privileged: boolean, limits: SandboxLimits): readonly string[] {
  const setpriv = findProgram("setpriv");
  const prlimit = findProgram("prlimit");
  const identity = user === null ? [] : [`--reuid=${user}`, `--regid=${user}`, "--clear-groups"];
  const rights = privileged ? ["--bounding-set=-all"] : [];
  return [
    ...(prlimit === null ? [] : [prlimit, `--nproc=${limits.processes}`, ...FILES, "--"]),
    ...(setpriv === null ? [] : [setpriv, ...identity, ...rights, "--inh-caps=-all", "--no-new-privs", "--"]),
  ];
}
