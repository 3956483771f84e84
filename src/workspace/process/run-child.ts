import { spawn } from "node:child_process";

export interface ChildRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Milliseconds until it is killed. */
  readonly limit: number;
}

export interface ChildResult {
  /** Null if it was killed. */
  readonly code: number | null;
  /** Both streams, the last part of them. */
  readonly output: string;
  readonly timedOut: boolean;
}

const OUTPUT_LIMIT = 200_000;

/** Runs a program to its end, as a group of its own that is killed as one when its time is over. */
export function runChild({ command, args, cwd, env, limit }: ChildRun): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let timedOut = false;
    const collect = (chunk: string): void => {
      output = (output + chunk).slice(-OUTPUT_LIMIT);
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    const stop = (): void => killGroup(child.pid);
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, limit);
    process.once("exit", stop);
    child.once("error", (error) => {
      clearTimeout(timer);
      process.off("exit", stop);
      reject(error);
    });
    child.once("close", (code) => {
      clearTimeout(timer);
      process.off("exit", stop);
      resolve({ code, output, timedOut });
    });
  });
}

export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
