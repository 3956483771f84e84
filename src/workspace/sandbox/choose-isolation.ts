import { spawnSync } from "node:child_process";
import { bareEnvironment } from "../../config/bare-environment.js";
import { findProgram } from "../../config/find-program.js";
import type { Isolation } from "./sandbox.js";

let chosen: Isolation | null = null;

/** The best that this machine offers; tried once, because a program that is there may still not be allowed to. */
export function chooseIsolation(): Isolation {
  return (chosen ??= bubblewrapWorks() ? "bubblewrap" : namespacesWork() ? "namespaces" : "none");
}

function bubblewrapWorks(): boolean {
  const program = findProgram("bwrap");
  return program !== null && works(program, ["--unshare-all", "--ro-bind", "/", "/", "true"]);
}

/** What `namespaceCommand` needs: the tools, and a kernel that gives namespaces to this user. */
function namespacesWork(): boolean {
  const [unshare, ...others] = ["unshare", "mount", "ip", "setpriv", "prlimit"].map(findProgram);
  if (process.platform !== "linux" || !unshare || others.includes(null)) return false;
  const user = isRoot() ? [] : ["--user", "--map-root-user"];
  return works(unshare, [...user, ...NAMESPACES, "ip", "link", "set", "lo", "up"]);
}

export const NAMESPACES = ["--mount", "--net", "--pid", "--ipc", "--fork", "--kill-child", "--mount-proc"];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function works(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { env: bareEnvironment(), timeout: 10_000 }).status === 0;
}
