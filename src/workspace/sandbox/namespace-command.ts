import { homedir } from "node:os";
import { findProgram } from "../../config/find-program.js";
import { isRoot, NAMESPACES } from "./choose-isolation.js";
import { confined } from "./inner-command.js";
import type { SandboxedRun } from "./sandbox.js";

/**
 * The same as bubblewrap does, with what every Linux has: the disk read-only, homes and sockets covered, the stage and
 * its mounts put back. The shell stays the first process, because the kernel forgets that it should end with its
 * parent once a process changes its user; when it ends, everything in the namespace ends.
 */
const SCRIPT = `
set -e
stage=$1; count=$2; shift 2
"$IP" link set lo up
while read -r _ place _; do "$MOUNT" -o remount,bind,ro "$place" 2>/dev/null || true; done < /proc/self/mounts
"$MOUNT" -o remount,bind,ro /
"$MOUNT" -t tmpfs tmpfs /run
mkdir /run/stage
"$MOUNT" --bind "$stage" /run/stage
"$MOUNT" -o remount,bind,rw /run/stage
while [ "$count" -gt 0 ]; do
  "$MOUNT" --bind "$1" "/run/stage$2"
  "$MOUNT" -o remount,bind,ro "/run/stage$2"
  shift 2; count=$((count - 1))
done
for place in /tmp /var/tmp /dev/shm $COVERED; do
  if [ -d "$place" ]; then "$MOUNT" -t tmpfs -o size=256m,mode=1777 tmpfs "$place"; fi
done
mkdir -p "$stage"
"$MOUNT" --rbind /run/stage "$stage"
"$MOUNT" -t tmpfs tmpfs /run
cd "$stage"
set +e
"$@"
exit $?
`;

export function namespaceCommand(
  { stage, mounts, limits }: SandboxedRun,
  user: number | null,
  program: readonly string[],
): readonly string[] {
  const covered = [...new Set([homedir(), "/root", "/home"])].filter((home) => !home.includes(" "));
  const variables = [
    `IP=${findProgram("ip") ?? "ip"}`,
    `MOUNT=${findProgram("mount") ?? "mount"}`,
    `COVERED=${covered.join(" ")}`,
  ];
  const inside = mounts.flatMap(({ from, to }) => [from, to.slice(stage.length)]);
  return [
    findProgram("unshare") ?? "unshare",
    ...(isRoot() ? [] : ["--user", "--map-root-user"]),
    ...NAMESPACES,
    ...["env", ...variables, "sh", "-c", SCRIPT, "sh", stage, String(mounts.length), ...inside],
    ...confined(user, true, limits),
    ...["env", "-u", "IP", "-u", "MOUNT", "-u", "COVERED"],
    ...program,
  ];
}
