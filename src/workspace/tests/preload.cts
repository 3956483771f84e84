// Runs in the sandbox before the test program, never in a process of ours. It finds what the build left under its
// tsconfig's names, and tells of each test as it ends. Everything that it says is text from outside.
(() => {
  type Resolve = (request: string, ...rest: unknown[]) => string;
  type Load = (request: string, ...rest: unknown[]) => unknown;
  interface Task {
    readonly program: string;
    readonly paths: Readonly<Record<string, readonly string[]>>;
    readonly aliases: Readonly<Record<string, string>>;
    readonly first: readonly string[];
  }
  interface Execution {
    readonly name: string;
    readonly location: string;
    readonly error: unknown;
    readonly started_at: string;
    readonly completed_at: string;
  }
  interface Props {
    readonly filter?: (name: string) => boolean;
    readonly onComplete?: (execution: Execution) => unknown;
  }
  interface Report {
    readonly executions: unknown[];
    readonly time: number;
  }
  type Execute = (props: Props) => Promise<Report>;

  const fs = process.getBuiltinModule("node:fs");
  const path = process.getBuiltinModule("node:path");
  const { Module } = process.getBuiltinModule("node:module") as unknown as {
    readonly Module: { _resolveFilename: Resolve; _load: Load };
  };
  const task = JSON.parse(fs.readFileSync(path.join(__dirname, "task.json"), "utf8")) as Task;

  const resolve = Module._resolveFilename;
  Module._resolveFilename = (request, ...rest) => {
    for (const place of placesOf(request))
      try {
        return resolve(place, ...rest);
      } catch {
        // The next place may have it.
      }
    return resolve(request, ...rest);
  };

  function placesOf(request: string): readonly string[] {
    for (const [name, place] of Object.entries(task.aliases))
      if (request === name || request.startsWith(`${name}/`)) return [place + request.slice(name.length)];
    return Object.entries(task.paths).flatMap(([pattern, targets]) => {
      const [before = "", after] = pattern.split("*");
      if (after === undefined) return request === pattern ? targets : [];
      if (!request.startsWith(before) || !request.endsWith(after)) return [];
      const inner = request.slice(before.length, request.length - after.length);
      return targets.map((target) => target.replace("*", () => inner));
    });
  }

  // Only the test program itself has the pipe; what it starts has other things there.
  if (path.resolve(process.argv[1] ?? "") !== task.program) return;
  const patched = new Set<unknown>();
  const load = Module._load;
  Module._load = (request, ...rest) => {
    const loaded = load(request, ...rest);
    if (request === "@nestia/e2e" || request.endsWith("/DynamicExecutor")) patch(loaded);
    return loaded;
  };

  function patch(loaded: unknown): void {
    const executor = (loaded as { DynamicExecutor?: Record<string, Execute> } | null)?.DynamicExecutor;
    if (executor === undefined || patched.has(executor)) return;
    patched.add(executor);
    for (const name of ["validate", "assert"] as const) {
      const original = executor[name];
      if (original !== undefined) executor[name] = (props) => inOrder(original, props);
    }
  }

  async function inOrder(original: Execute, props: Props): Promise<Report> {
    const first = new Set(task.first);
    const told = (early: boolean | null): Props => ({
      ...props,
      filter: (name) => (early === null || first.has(name) === early) && (props.filter?.(name) ?? true),
      onComplete: (execution) => {
        tell(execution);
        return props.onComplete?.(execution);
      },
    });
    if (first.size === 0) return await original(told(null));
    const early = await original(told(true));
    const late = await original(told(false));
    return {
      ...late,
      executions: [...early.executions, ...late.executions],
      time: early.time + late.time,
    };
  }

  function tell({ name, location, error, started_at, completed_at }: Execution): void {
    const passed = error === null || error === undefined;
    const message = passed ? "" : describe(error).slice(0, 4_000);
    const duration = Date.parse(completed_at) - Date.parse(started_at) || 0;
    write(`${JSON.stringify({ name, location, passed, message, duration })}\n`);
  }

  function describe(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }

  function write(line: string): void {
    for (let rest = Buffer.from(line); rest.length > 0;)
      try {
        rest = rest.subarray(fs.writeSync(3, rest));
      } catch (error) {
        if ((error as { code?: string }).code !== "EAGAIN") return;
      }
  }
})();
