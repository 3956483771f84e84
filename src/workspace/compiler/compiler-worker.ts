import { createRequire } from "node:module";
import { join } from "node:path";
import type ts from "typescript";
import { Programs } from "./programs.js";
import { compilerProblems, type Opened } from "./compiler-problems.js";
import { emitProgram } from "./emit-program.js";
import { transformProblems } from "./transform-problems.js";
import type { WorkerReply, WorkerRequest } from "./worker-messages.js";

/**
 * The process that compiles. It has an empty environment, loads the compiler and the transforms from the tools'
 * installation alone, and ends with its parent.
 */
let opened: Opened | null = null;

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
    const { task } = request;
    const compiler: typeof ts = createRequire(join(task.tools, "index.js"))("typescript");
    opened = { task, compiler, programs: new Programs(compiler, task) };
    return { kind: "opened" };
  }
  if (opened === null) throw new Error("Nothing was opened");
  switch (request.kind) {
    case "changed":
      opened.programs.changed(request.paths);
      return { kind: "noted" };
    case "check":
      return { kind: "checked", ...compilerProblems(opened, request.scope) };
    case "transform":
      return { kind: "transformed", ...transformProblems(opened) };
    case "emit":
      return { kind: "emitted", emitted: emitProgram(opened) };
  }
}
