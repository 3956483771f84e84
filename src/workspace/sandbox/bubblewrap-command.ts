import { existsSync } from "node:fs";
import { findProgram } from "../../config/find-program.js";
import { isRoot } from "./choose-isolation.js";
import { confined } from "./inner-command.js";
import type { SandboxedRun } from "./sandbox.js";

/** What programs need of a system: its libraries, names of this host, certificates. No home, no socket, no secret. */
const SYSTEM = [
  "/usr",
  "/bin",
  "/sbin",
  "/lib",
  "/lib32",
  "/lib64",
  "/etc/alternatives",
  "/etc/hosts",
  "/etc/ld.so.cache",
  "/etc/localtime",
  "/etc/nsswitch.conf",
  "/etc/passwd",
  "/etc/group",
  "/etc/ssl",
];

/** Everything is left out but what is named here; the network is a loopback of its own. */
export function bubblewrapCommand(
  { stage, mounts, limits }: SandboxedRun,
  user: number | null,
  program: readonly string[],
): readonly string[] {
  const bind = SYSTEM.filter((path) => existsSync(path)).flatMap((path) => ["--ro-bind", path, path]);
  const inside = mounts.flatMap(({ from, to }) => ["--ro-bind", from, to]);
  // Root makes the mounts itself and gives its rights up right after; others need a user namespace for that.
  const root = isRoot() ? ["--cap-add", "ALL"] : ["--unshare-user"];
  return [
    findProgram("bwrap") ?? "bwrap",
    ...root,
    ...["--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"],
    ...["--die-with-parent", "--new-session"],
    ...["--perms", "0755", "--dir", "/etc"],
    ...bind,
    ...["--dev", "/dev", "--proc", "/proc", "--perms", "1777", "--tmpfs", "/tmp"],
    ...["--bind", stage, stage, ...inside, "--chdir", stage],
    "--",
    ...confined(user, isRoot(), limits),
    ...program,
  ];
}
