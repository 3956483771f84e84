import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of its own per test, with git at hand. Every one is removed by `removeAll`. */
export class TempFolders {
  private readonly folders: string[] = [];

  public folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    const folder = mkdtempSync(join(tmpdir(), "autobe-test-"));
    this.folders.push(folder);
    writeFiles(folder, files);
    return folder;
  }

  public repository(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = this.folder(files);
    run(folder, "init", "--quiet", "--initial-branch=main");
    commitAll(folder, "first");
    return folder;
  }

  public removeAll(): void {
    for (const folder of this.folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function commitAll(folder: string, message: string): string {
  run(folder, "add", "--all");
  run(folder, "commit", "--quiet", "--message", message);
  return run(folder, "rev-parse", "HEAD");
}

export function run(folder: string, ...args: string[]): string {
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgSign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" }).trim();
}
