import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { killGroup } from "../process/run-child.js";
import { bubblewrapCommand } from "./bubblewrap-command.js";
import { killRun } from "./kill-run.js";
import { runAs } from "./inner-command.js";
import { namespaceCommand } from "./namespace-command.js";
import { nodeMount, prepareStage } from "./prepare-stage.js";
import { treeUse } from "./process-tree.js";
import { readLines } from "./read-lines.js";
import type { SandboxedRun, SandboxEnd, SandboxResult } from "./sandbox.js";

const WATCH_EVERY = 250;
const KEPT_OUTPUT = 20_000;
/** Bytes of reports; a test is a few hundred. */
const REPORT_LIMIT = 20_000_000;

/** Runs a program of the repository to its end, or to the end of what it may use up. Nothing of it stays behind. */
export async function runSandboxed(asked: SandboxedRun): Promise<SandboxResult> {
  const node = await nodeMount(asked.stage);
  const run = { ...asked, mounts: [...asked.mounts, node] };
  const user = run.isolation === "none" ? null : runAs();
  await prepareStage(run, user);
  const [command = "", ...args] = commandOf(run, user, [node.to, ...run.args]);
  const started = performance.now();
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: run.stage,
      env: environmentOf(run),
      detached: true,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    let ended: SandboxEnd = "itself";
    let output = "";
    let written = 0;
    const stop = (why: SandboxEnd): void => {
      if (ended !== "itself") return;
      ended = why;
      killRun(child.pid, run.isolation);
    };
    const collect = (chunk: string): void => {
      written += chunk.length;
      output = (output + chunk).slice(-KEPT_OUTPUT);
      if (written > run.limits.output) stop("output");
    };
    const [, out, err, reports] = child.stdio as readonly (Readable | null)[];
    for (const stream of [out, err]) stream?.setEncoding("utf8").on("data", collect);
    if (reports) readLines(reports, REPORT_LIMIT, run.onReport, () => stop("output"));
    const watch = setInterval(() => {
      const use = child.pid === undefined ? null : treeUse(child.pid);
      if (use === null) return;
      if (use.memory > run.limits.memory) stop("memory");
      else if (use.processes > run.limits.processes) stop("processes");
    }, WATCH_EVERY);
    const timer = setTimeout(() => stop("time"), run.limits.time);
    const killed = (): void => killGroup(child.pid);
    process.once("exit", killed);
    const settle = (): void => {
      clearInterval(watch);
      clearTimeout(timer);
      process.off("exit", killed);
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    // What it started and left behind would keep its streams open, and run on.
    child.once("exit", killed);
    child.once("close", (code) => {
      settle();
      const milliseconds = Math.round(performance.now() - started);
      resolve({ ended, code: ended === "itself" ? code : null, output, milliseconds });
    });
  });
}

function commandOf(run: SandboxedRun, user: number | null, program: readonly string[]): readonly string[] {
  if (run.isolation === "bubblewrap") return bubblewrapCommand(run, user, program);
  return run.isolation === "namespaces" ? namespaceCommand(run, user, program) : program;
}

/** Nothing of ours: what is here was made for this run. */
function environmentOf({ stage, environment }: SandboxedRun): NodeJS.ProcessEnv {
  return {
    ...environment,
    PATH: `${stage}/.autobe-bot/bin:/usr/local/bin:/usr/bin:/bin`,
    HOME: `${stage}/.autobe-bot/home`,
    TMPDIR: `${stage}/.autobe-bot/tmp`,
    LANG: "C.UTF-8",
  };
}
