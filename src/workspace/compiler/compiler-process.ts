import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { WorldError } from "../../errors/world-error.js";
import type { CheckReport, TransformReport } from "../workspace.js";
import type { Emitted } from "./emitted.js";
import type { WorkerReply, WorkerRequest, WorkerTask } from "./worker-messages.js";

export interface CompilerLimits {
  /** Milliseconds for one question. */
  readonly time: number;
  /** Megabytes. */
  readonly memory: number;
}

/** One compiler process, which keeps its program between questions. */
export class CompilerProcess {
  /** The last it wrote about itself, for when it ends without an answer. */
  private complaint = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly limits: CompilerLimits,
  ) {
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.complaint = (this.complaint + text).slice(-2000);
    });
  }

  public static async open(task: WorkerTask, limits: CompilerLimits): Promise<CompilerProcess> {
    const child = fork(fileURLToPath(new URL("./compiler-worker.js", import.meta.url)), {
      env: {},
      cwd: task.root,
      execArgv: [`--max-old-space-size=${limits.memory}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const opened = new CompilerProcess(child, limits);
    await opened.ask({ kind: "open", task });
    return opened;
  }

  public async check(scope: readonly string[] | null): Promise<CheckReport> {
    const reply = await this.ask({ kind: "check", scope });
    if (reply.kind !== "checked") throw unexpected(reply);
    return { problems: reply.problems, files: reply.files };
  }

  public async transform(): Promise<TransformReport> {
    const reply = await this.ask({ kind: "transform" });
    if (reply.kind !== "transformed") throw unexpected(reply);
    return { problems: reply.problems, transforms: reply.transforms };
  }

  public async emit(): Promise<Emitted> {
    const reply = await this.ask({ kind: "emit" });
    if (reply.kind !== "emitted") throw unexpected(reply);
    return reply.emitted;
  }

  /** Files of the tree that were written or deleted, relative to it. */
  public async changed(paths: readonly string[]): Promise<void> {
    await this.ask({ kind: "changed", paths });
  }

  private ask(request: WorkerRequest): Promise<WorkerReply> {
    const { child, limits } = this;
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        child.off("message", answered).off("exit", ended).off("error", ended);
        finish();
      };
      const answered = (reply: WorkerReply): void =>
        settle(() => (reply.kind === "failed" ? reject(broken(reply.message)) : resolve(reply)));
      const ended = (cause: unknown): void =>
        settle(() => reject(broken(`it ended before it answered\n${this.complaint}`.trim(), cause)));
      const timer = setTimeout(() => {
        settle(() => reject(broken(`it took longer than ${limits.time / 1000} s`)));
        this.close();
      }, limits.time);
      child.on("message", answered).on("exit", ended).on("error", ended);
      child.send(request, (error) => {
        if (error !== null) ended(error);
      });
    });
  }

  public close(): void {
    this.child.kill("SIGKILL");
  }
}

function unexpected(reply: WorkerReply): Error {
  return new Error(`Unexpected answer "${reply.kind}"`);
}

function broken(detail: string, cause?: unknown): WorldError {
  return new WorldError(
    "tool",
    "the compiler",
    detail,
    "Give the machine more memory, or report it as a bug",
    cause,
  );
}
