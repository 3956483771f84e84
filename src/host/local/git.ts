import { spawn } from "node:child_process";
import { childEnvironment } from "../../config/child-environment.js";
import { diskError, errorCode } from "../../errors/disk-error.js";
import { WorldError } from "../../errors/world-error.js";

/** One git command's result; a non-zero exit code is a value here, because often it is the answer. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Hooks and file-system monitors are programs of the repository; none of them is run. */
const QUIET = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git in a folder and gives whatever came of it. */
export async function tryGit(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  return await new Promise((resolve, reject) => {
    const child = spawn("git", [...QUIET, ...args], {
      cwd: folder,
      env: childEnvironment({
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        LC_ALL: "C",
        ...options.env,
      }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (cause) => reject(startError(folder, cause)));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
    // A command that ends before it has read everything closes the pipe; its exit code tells the story.
    child.stdin.on("error", () => {});
    child.stdin.end(options.input ?? "");
  });
}

/** Runs git in a folder; throws if it fails. */
export async function git(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const result = await tryGit(folder, args, options);
  if (result.code === 0) return result.stdout;
  const detail = `git ${args[0]} failed: ${result.stderr.trim().split("\n").at(-1) ?? ""}`;
  throw /No space left on device|Disk quota exceeded/.test(result.stderr)
    ? new WorldError(
        "disk",
        folder,
        detail,
        "Free some disk space and run it again; nothing is half-published",
      )
    : new WorldError("tool", folder, detail, "Check the repository with `git status` and `git fsck`");
}

/** The output of a git command that prints one line. */
export async function gitLine(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await git(folder, args, options)).toString().trim();
}

function startError(folder: string, cause: Error): unknown {
  if (errorCode(cause) !== "ENOENT") return diskError(folder, cause);
  return new WorldError("tool", "git", `cannot be started in ${folder}`, "Install git 2.30 or newer", cause);
}
