import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runChild } from "../../../src/workspace/process/run-child.js";
import type { Files } from "./read-files.js";

const MINUTE = 60_000;

/** A folder with an installation of its own, in which one tree after another is built. */
export interface Stage {
  readonly folder: string;
}

/** Installs what a fixture asks for, once. Fixtures are the project's own code, so they may run here. */
export async function openStage(folder: string, backend: string): Promise<Stage> {
  const installed = join(folder, "node_modules");
  if (existsSync(installed)) return { folder };
  const fixture = join("fixtures/backends", backend);
  const recorded = join("fixtures/resolved", backend, "package-lock.json");
  const lock = existsSync(recorded) ? recorded : join(fixture, "package-lock.json");
  const temporary = `${folder}.installing`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  copyFileSync(join(fixture, "package.json"), join(temporary, "package.json"));
  copyFileSync(lock, join(temporary, "package-lock.json"));
  await runOrThrow(temporary, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
  // The compiler is patched by a script of the package, and scripts were left out.
  await runOrThrow(temporary, "npx", ["ts-patch", "install", "-s"]);
  mkdirSync(folder, { recursive: true });
  renameSync(join(temporary, "node_modules"), installed);
  rmSync(temporary, { recursive: true, force: true });
  return { folder };
}

/** Puts a tree in the place of the one before; only the installation stays. */
export function putOn({ folder }: Stage, files: Files): void {
  for (const name of readdirSync(folder))
    if (name !== "node_modules") rmSync(join(folder, name), { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

async function runOrThrow(cwd: string, command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runChild({ command, args, cwd, env: process.env, limit: 10 * MINUTE });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${output.slice(-2_000)}`);
}
