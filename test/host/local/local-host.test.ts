import { afterEach, describe, expect, it } from "@jest/globals";
import { chmodSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { CommitMessage } from "../../../src/host/commit-message.js";
import type { ChangeSet } from "../../../src/host/host.js";
import { localHost } from "../../../src/host/local/local-host.js";
import type { Backend } from "../../../src/source/backend.js";
import { blobSha } from "../../../src/source/blob-sha.js";
import type { Edit } from "../../../src/source/edit.js";
import { commitAll, run, TempFolders, writeFiles } from "../../helpers/temp-repository.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

const FILES = {
  "prisma/schema/main.prisma": "model a {\r\n  id String @id\r\n}\r\n",
  "src/providers/getA.ts": "export const a = 1;\n",
  "src/providers/ünï code.ts": "export const b = 2;\n",
  "docs/logo.png": new Uint8Array([0, 1, 2, 255]),
};

async function readBackend(folder: string, dryRun = false): Promise<Backend> {
  const result = await localHost(folder, { dryRun }).read();
  if (result.kind !== "backend") throw new Error(result.reason);
  return result.backend;
}

function changeSet(base: string, edits: readonly Edit[], branch = "autobe/remove-a"): ChangeSet {
  const message = new CommitMessage("realize", "remove a", new Map(), null).toString();
  return { branch, base, title: "", body: "", commits: [{ layer: "realize", message, edits }] };
}

const EDITS: readonly Edit[] = [
  { path: "src/providers/getA.ts", before: FILES["src/providers/getA.ts"], after: null },
  { path: "src/providers/ünï code.ts", before: FILES["src/providers/ünï code.ts"], after: "export {};\r\n" },
];

describe("reading a local checkout", () => {
  it("gives HEAD's files, with text only where the bot reads", async () => {
    const folder = temp.repository(FILES);
    const backend = await readBackend(folder);
    expect(backend.commit).toBe(run(folder, "rev-parse", "HEAD"));
    expect([...backend.files.keys()]).toEqual(Object.keys(FILES).sort());
    for (const [path, content] of Object.entries(FILES)) {
      const text = typeof content === "string" ? content : null;
      expect(backend.files.get(path)).toEqual({ path, sha: blobSha(content), text });
    }
  });

  it("reads a subfolder of a repository with paths of its own", async () => {
    const folder = temp.repository({ "apps/api/src/a.ts": "1", "apps/web/src/b.ts": "2" });
    const backend = await readBackend(join(folder, "apps/api"));
    expect([...backend.files.keys()]).toEqual(["src/a.ts"]);
  });

  it("refuses a dirty tree, and names the files", async () => {
    const folder = temp.repository(FILES);
    writeFiles(folder, { "README.md": "a note", "node_modules/x/index.js": "" });
    expect((await localHost(folder, { dryRun: false }).read()).kind).toBe("backend");
    writeFiles(folder, { "src/new.ts": "", "src/providers/getA.ts": "changed" });
    const result = await localHost(folder, { dryRun: false }).read();
    expect(result).toEqual({
      kind: "refused",
      reason: `${folder} has changes that are not committed: src/providers/getA.ts, src/new.ts`,
      remedy: "Commit or stash them, or look at the change with --dry-run",
    });
    const seen = await readBackend(folder, true);
    expect(seen.files.get("src/providers/getA.ts")?.text).toBe("changed");
  });

  it("reads a folder without a repository in a dry run only", async () => {
    const folder = temp.folder({ ...FILES, "node_modules/x/index.js": "", "lib/a.js": "" });
    symlinkSync("src", join(folder, "link"));
    expect((await localHost(folder, { dryRun: false }).read()).kind).toBe("refused");
    const backend = await readBackend(folder, true);
    expect([...backend.files.keys()]).toEqual(Object.keys(FILES).sort());
    expect((await readBackend(folder, true)).commit).toBe(backend.commit);
    expect((await localHost(join(folder, "none"), { dryRun: true }).read()).kind).toBe("refused");
  });
});

describe("publishing to a local checkout", () => {
  it("makes a branch without touching the checkout", async () => {
    const folder = temp.repository(FILES);
    const base = run(folder, "rev-parse", "HEAD");
    const result = await localHost(folder, { dryRun: false }).publish(changeSet(base, EDITS));
    const head = run(folder, "rev-parse", "autobe/remove-a");
    expect(result).toEqual({
      kind: "proposal",
      proposal: { branch: "autobe/remove-a", commit: head, number: null, url: null },
    });
    expect(run(folder, "status", "--porcelain")).toBe("");
    expect(run(folder, "symbolic-ref", "HEAD")).toBe("refs/heads/main");
    expect(readFileSync(join(folder, "src/providers/getA.ts"), "utf8")).toBe("export const a = 1;\n");
    expect(run(folder, "-c", "core.quotePath=false", "diff", "--name-status", base, head)).toBe(
      "D\tsrc/providers/getA.ts\nM\tsrc/providers/ünï code.ts",
    );
    expect(CommitMessage.parse(run(folder, "log", "-1", "--format=%B", head))?.change).toBe("remove a");
  });

  it("changes nothing the second time", async () => {
    const folder = temp.repository(FILES);
    const base = run(folder, "rev-parse", "HEAD");
    const host = localHost(folder, { dryRun: false });
    const first = await host.publish(changeSet(base, EDITS));
    const log = run(folder, "reflog", "show", "autobe/remove-a");
    expect(await host.publish(changeSet(base, EDITS))).toEqual(first);
    expect(run(folder, "reflog", "show", "autobe/remove-a")).toBe(log);
  });

  it("regenerates its own branch on a new base", async () => {
    const folder = temp.repository(FILES);
    const host = localHost(folder, { dryRun: false });
    await host.publish(changeSet(run(folder, "rev-parse", "HEAD"), EDITS));
    writeFiles(folder, { "docs/x.md": "x" });
    const base = commitAll(folder, "second");
    await host.publish(changeSet(base, EDITS));
    expect(run(folder, "rev-parse", "autobe/remove-a^")).toBe(base);
  });

  it("never moves a branch over a person's commit", async () => {
    const folder = temp.repository(FILES);
    const base = run(folder, "rev-parse", "HEAD");
    const host = localHost(folder, { dryRun: false });
    await host.publish(changeSet(base, EDITS));
    run(folder, "checkout", "--quiet", "autobe/remove-a");
    writeFiles(folder, { "src/mine.ts": "export {};" });
    const mine = commitAll(folder, "a fix by hand");
    expect(await host.publish(changeSet(base, EDITS))).toMatchObject({
      reason: "The branch autobe/remove-a is checked out",
    });
    run(folder, "checkout", "--quiet", "main");
    expect(await host.publish(changeSet(base, EDITS))).toMatchObject({
      kind: "refused",
      reason: expect.stringMatching(/not the bot's: [0-9a-f]+ a fix by hand$/),
    });
    expect(run(folder, "rev-parse", "autobe/remove-a")).toBe(mine);
  });

  it("publishes from a subfolder and keeps modes", async () => {
    const folder = temp.repository({ "api/src/a.ts": "1", "web/b.ts": "2" });
    chmodSync(join(folder, "api/src/a.ts"), 0o755);
    const base = commitAll(folder, "executable");
    const edits = [{ path: "src/a.ts", before: "1", after: "3" }];
    await localHost(join(folder, "api"), { dryRun: false }).publish(changeSet(base, edits));
    expect(run(folder, "ls-tree", "-r", "autobe/remove-a").split("\n")).toEqual([
      `100755 blob ${blobSha("3")}\tapi/src/a.ts`,
      `100644 blob ${blobSha("2")}\tweb/b.ts`,
    ]);
  });

  it("makes no commit where the tree is equal", async () => {
    const folder = temp.repository(FILES);
    const base = run(folder, "rev-parse", "HEAD");
    expect(await localHost(folder, { dryRun: false }).publish(changeSet(base, []))).toMatchObject({
      kind: "refused",
    });
    expect(run(folder, "branch", "--list", "autobe/*")).toBe("");
  });

  it("runs no hook of the repository", async () => {
    const folder = temp.repository(FILES);
    writeFiles(folder, { ".git/hooks/reference-transaction": "#!/bin/sh\ntouch hooked\nexit 1\n" });
    chmodSync(join(folder, ".git/hooks/reference-transaction"), 0o755);
    const base = run(folder, "rev-parse", "HEAD");
    const result = await localHost(folder, { dryRun: false }).publish(changeSet(base, EDITS));
    rmSync(join(folder, ".git/hooks/reference-transaction"));
    expect(result.kind).toBe("proposal");
    expect(run(folder, "status", "--porcelain")).toBe("");
  });
});
