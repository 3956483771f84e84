import { chmod, cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Backend } from "../../source/backend.js";
import type { Emitted } from "../compiler/emitted.js";
import type { GeneratedClient } from "../prisma/generate-client.js";
import type { Mount } from "../sandbox/sandbox.js";
import type { TestProgram } from "./test-program.js";

export interface StageParts {
  readonly backend: Backend;
  readonly emitted: Emitted;
  readonly program: TestProgram;
  /** `node_modules` of the backend; executed here, and never written to. */
  readonly dependencies: string;
  readonly clients: readonly GeneratedClient[];
  readonly first: readonly string[];
  /** What stands in for packages that cannot be executed as they were installed: name → folder in the stage. */
  readonly aliases: Readonly<Record<string, string>>;
  readonly mounts: readonly Mount[];
  /** Files of ours in `.autobe-bot`: name → text. */
  readonly helpers: Readonly<Record<string, string>>;
}

export interface Stage {
  readonly root: string;
  readonly mounts: readonly Mount[];
  /** Has to be loaded before the program. */
  readonly preload: string;
}

/** A folder with the backend as a person would have it after its build, ready to be executed. */
export async function layStage(make: (root: string) => StageParts): Promise<Stage> {
  const root = await realpath(await mkdtemp(join(tmpdir(), "autobe-bot-")));
  try {
    return await fill(root, make(root));
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
}

async function fill(root: string, parts: StageParts): Promise<Stage> {
  const { backend, emitted, program, clients, dependencies } = parts;
  const texts = [...backend.files.values()].filter(({ path }) => !/(^|\/)(node_modules|\.git)\//.test(path));
  for (const { path, text } of texts) if (text !== null) await place(root, path, text);
  for (const { path, text } of emitted.files) await place(root, path, text);
  const own = join(root, ".autobe-bot");
  const aliases: Record<string, string> = { ...parts.aliases };
  for (const client of clients) {
    // Clients with a place of their own are sources, and were compiled with the others.
    if (client.output !== null) continue;
    await cp(client.folder, join(own, "client"), { recursive: true });
    aliases[".prisma/client"] = join(own, "client");
  }
  const paths = Object.entries(emitted.paths).map(
    ([pattern, targets]) => [pattern, targets.map((target) => join(root, target))] as const,
  );
  const task = {
    program: join(root, program.file),
    paths: Object.fromEntries(paths),
    ...{ aliases, first: parts.first },
  };
  await place(root, ".autobe-bot/task.json", JSON.stringify(task));
  await cp(fileURLToPath(new URL("./preload.cjs", import.meta.url)), join(own, "preload.cjs"));
  for (const [name, text] of Object.entries(parts.helpers)) {
    await place(root, `.autobe-bot/${name}`, text);
    await chmod(join(own, name), 0o755);
  }
  const modules = { from: await realpath(dependencies), to: join(root, "node_modules") };
  return { root, mounts: [modules, ...parts.mounts], preload: join(own, "preload.cjs") };
}

async function place(root: string, path: string, text: string): Promise<void> {
  const target = join(root, path);
  if (!target.startsWith(root + sep)) throw new Error(`${path} lies outside of the stage`);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, text);
}
