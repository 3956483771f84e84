import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import { openPrograms, type OpenProgram } from "./open-programs.js";
import { compilerProblems } from "./compiler-problems.js";
import { transformProblems } from "./transform-problems.js";
import type { WorkerReply, WorkerRequest, WorkerTask } from "./worker-messages.js";

/**
 * The process that compiles. It has an empty environment, loads the compiler and the transforms from the tools'
 * installation alone, and ends with its parent.
 */
let opened: {
  readonly task: WorkerTask;
  readonly compiler: typeof ts;
  readonly programs: readonly OpenProgram[];
} | null = null;

process.on("disconnect", () => process.exit(0));
process.on("message", (request: WorkerRequest) => {
  let reply: WorkerReply;
  try {
    reply = answer(request);
  } catch (error) {
    reply = {
      kind: "failed",
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  process.send?.(reply);
});

function answer(request: WorkerRequest): WorkerReply {
  if (request.kind === "open") {
    const compiler: typeof ts = createRequire(join(request.task.tools, "index.js"))("typescript");
    opened = { task: request.task, compiler, programs: openPrograms(compiler, request.task) };
    return { kind: "opened" };
  }
  if (opened === null) throw new Error("Nothing was opened");
  if (request.kind === "check") return { kind: "checked", ...compilerProblems(opened) };
  return { kind: "transformed", ...transformProblems(opened) };
}
