import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Backend } from "../../../src/source/backend.js";
import type { Edit } from "../../../src/source/edit.js";
import { parseSchema } from "../../../src/spec/database/parse-schema.js";
import { generatedFolders } from "../load-directory.js";

/** A copy of a backend that may be mutated, with a Prisma client of its own. */
export class Scratch {
  public readonly directory = mkdtempSync(join(tmpdir(), "oracle-"));

  private mutated = false;
  private stale = false;

  public constructor(
    private readonly backend: Backend,
    private readonly modules: string,
  ) {
    for (const { path, text } of backend.files.values()) this.write(path, text ?? "");
    mkdirSync(join(this.directory, "node_modules"));
    link(modules, join(this.directory, "node_modules"), new Set([".prisma", "@prisma"]));
    // The client is generated beside its package, so that one is copied: packages behind a link are never written.
    mkdirSync(join(this.directory, "node_modules/@prisma"));
    link(join(modules, "@prisma"), join(this.directory, "node_modules/@prisma"), new Set(["client"]));
    cpSync(join(modules, "@prisma/client"), join(this.directory, "node_modules/@prisma/client"), {
      recursive: true,
    });
  }

  /** Folders whose files change with the schema. */
  public generated(): readonly string[] {
    const folders = [...this.backend.files.values()].flatMap(({ path, text }) =>
      generatedFolders(path, text ?? ""),
    );
    return [...folders, "node_modules/.prisma"].map((folder) => join(this.directory, folder));
  }

  public apply(edits: readonly Edit[]): void {
    this.mutated = true;
    for (const { path, after } of edits) this.write(path, after ?? "");
  }

  /** Generates the client of the schema as it stands, if the one that is there is of another. */
  public restore(): boolean {
    return this.stale && this.generate();
  }

  public revert(edits: readonly Edit[]): void {
    this.mutated = false;
    for (const { path, before } of edits) this.write(path, before ?? "");
  }

  /** Generates the client and gives true; false if Prisma rejects the schema, in which case the old client is still there. */
  public generate(): boolean {
    try {
      execFileSync(process.execPath, this.command(), {
        cwd: this.directory,
        env: environment(),
        stdio: "pipe",
      });
      this.stale = this.mutated;
      return true;
    } catch (error) {
      if (process.env["ORACLE_VERBOSE"] !== undefined)
        console.error(String((error as { stderr?: unknown }).stderr));
      return false;
    }
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private command(): string[] {
    const generators = [...this.backend.files.values()]
      .filter(({ path }) => path.endsWith(".prisma"))
      .flatMap(({ path, text }) => parseSchema(path, text ?? ""))
      .filter(
        ({ keyword, settings }) =>
          keyword === "generator" && /prisma-client/.test(settings.get("provider") ?? ""),
      )
      .flatMap(({ name }) => ["--generator", name]);
    const schema = existsSync(join(this.directory, "prisma/schema"))
      ? "prisma/schema"
      : "prisma/schema.prisma";
    return [join(this.modules, "prisma/build/index.js"), "generate", "--schema", schema, ...generators];
  }

  private write(path: string, text: string): void {
    mkdirSync(dirname(join(this.directory, path)), { recursive: true });
    writeFileSync(join(this.directory, path), text);
  }
}

function link(from: string, to: string, except: ReadonlySet<string>): void {
  for (const name of readdirSync(from)) if (!except.has(name)) symlinkSync(join(from, name), join(to, name));
}

/** Nothing is downloaded: generating needs no native engine, only files that stand for one. */
function environment(): NodeJS.ProcessEnv {
  const engine = process.execPath;
  return {
    ...process.env,
    PRISMA_QUERY_ENGINE_LIBRARY: engine,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
}
