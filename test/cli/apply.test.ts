import { afterEach, describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/cli/main.js";
import type { Workshop } from "../../src/cli/tools.js";
import { WorldError } from "../../src/errors/world-error.js";
import { INLINE_BACKEND } from "../helpers/inline-backend.js";
import { commitAll, run, TempFolders, writeFiles } from "../helpers/temp-repository.js";
import { testTools } from "../helpers/test-tools.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function autobe(args: readonly string[], workshop: Partial<Workshop> = {}): Promise<Ended> {
  const { tools, printed } = testTools(workshop);
  const code = await main(args, tools);
  return { code, ...printed };
}

function apply(repo: string, ...rest: string[]): readonly string[] {
  return ["apply", "--repo", repo, ...rest];
}

const PROVIDER = "src/providers/getBoardArticlesArticleId.ts";

describe("apply", () => {
  it("publishes a branch with one commit per layer, and has nothing to do the second time", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    const ended = await autobe(apply(folder, "remove comments"));
    expect([ended.code, ended.err]).toEqual([0, expect.stringContaining("publish")]);
    expect(ended.out).toContain("Published as autobe/remove-comments at ");
    expect(ended.out).toContain('DROP TABLE "board_article_comments"');
    expect(run(folder, "log", "--format=%s", "main..autobe/remove-comments").split("\n")).toEqual([
      "realize: remove comments",
      "interface: remove comments",
      "database: remove comments",
    ]);
    expect(run(folder, "status", "--porcelain")).toBe("");
    const provider = run(folder, "show", `autobe/remove-comments:${PROVIDER}`);
    expect(provider).toContain("select: { id: true, title: true }");
    expect(provider).not.toContain("comments");
    const head = run(folder, "rev-parse", "autobe/remove-comments");
    expect((await autobe(apply(folder, "remove comments"))).code).toBe(0);
    expect(run(folder, "rev-parse", "autobe/remove-comments")).toBe(head);

    run(folder, "merge", "--quiet", "--ff-only", "autobe/remove-comments");
    const again = await autobe(apply(folder, "remove comments"));
    expect([again.code, again.out]).toEqual([3, ""]);
    expect(again.err).toContain("Nothing to do: ");
  });

  it("prints a diff in a dry run that git can apply", async () => {
    const folder = temp.repository({ ...INLINE_BACKEND, "src/crlf.ts": "export {};\r\n" });
    const ended = await autobe(apply(folder, "remove comments", "--dry-run"));
    expect(ended.code).toBe(0);
    expect(run(folder, "branch", "--list", "autobe/*")).toBe("");
    writeFiles(folder, { "../change.patch": ended.out });
    run(folder, "apply", "--index", "../change.patch");
    expect(readFileSync(join(folder, PROVIDER), "utf8")).not.toContain("comments");
    expect(run(folder, "status", "--porcelain").split("\n")).toContain(
      "D  src/api/structures/IBoardArticleComment.ts",
    );
  });

  it("gives exactly the promised keys as JSON", async () => {
    const folder = temp.folder(INLINE_BACKEND);
    const ended = await autobe(apply(folder, "remove comments", "--dry-run", "--json"));
    expect(ended.code).toBe(0);
    const report = JSON.parse(ended.out) as { edits: { path: string }[] } & Record<string, unknown>;
    expect(Object.keys(report)).toEqual(["outcome", "edits", "diagnostics", "plan", "cost", "timings"]);
    expect(report["outcome"]).toMatchObject({ kind: "dry-run", migration: { dialect: "postgresql" } });
    expect(report["cost"]).toMatchObject({ modelCalls: 0 });
    const byPath = new Map(report.edits.map((edit) => [edit.path, edit]));
    expect(byPath.get("src/api/structures/IBoardArticleComment.ts")).toEqual({
      path: "src/api/structures/IBoardArticleComment.ts",
      before: INLINE_BACKEND["src/api/structures/IBoardArticleComment.ts"],
    });
    expect(byPath.get(PROVIDER)).toEqual({
      path: PROVIDER,
      before: INLINE_BACKEND[PROVIDER],
      after: expect.any(String),
    });
    expect(report["timings"]).toContainEqual({ step: "verify", milliseconds: 100 });
  });

  it("passes only the gates that are asked for, in any spelling of the list", async () => {
    const folder = temp.folder(INLINE_BACKEND);
    const asked: unknown[] = [];
    const verify: Workshop["verify"] = async ({ gates }) => {
      asked.push(gates);
      return [];
    };
    const lists = [["types,schema"], ["Types schema"], ["none"], ["all"]];
    for (const [list = ""] of lists)
      await autobe(apply(folder, "remove comments", "--dry-run", "--gates", list), { verify });
    await autobe(apply(folder, "remove comments", "--dry-run"), { verify });
    expect(asked).toEqual([["schema", "types"], ["schema", "types"], [], null, null]);
  });

  it("ends with 4 and the diagnostics where a gate fails", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    const place = { path: "src/a.ts", line: 3, artefact: "a" };
    const verify: Workshop["verify"] = async () => [
      {
        gate: "types",
        verdict: "failed",
        summary: "TypeScript 6.0.3",
        diagnostics: [{ gate: "types", code: "TS2339", message: "No such thing.", status: "new", ...place }],
        duration: 1,
      },
    ];
    const ended = await autobe(apply(folder, "remove comments"), { verify });
    expect([ended.code, ended.out]).toEqual([4, ""]);
    expect(ended.err).toContain("  src/a.ts:3 TS2339 No such thing. [a]\n");
    expect(run(folder, "branch", "--list", "autobe/*")).toBe("");
  });

  it("says what is wrong with the input, each with its exit code", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    const empty = temp.repository({ "README.md": "" });
    const plain = temp.folder(INLINE_BACKEND);
    const broken = temp.repository({
      ...INLINE_BACKEND,
      "prisma/schema/more.prisma": "model x {\n  id String @id\n",
    });
    const off = temp.repository({ ...INLINE_BACKEND, ".github/autobe.yml": "enabled: false" });
    const cases: [readonly string[], number, string][] = [
      [apply(empty, "remove comments"), 4, "is not a backend that the bot can read: it has no Prisma schema"],
      [apply(join(empty, "none"), "remove comments"), 4, "There is no folder "],
      [apply(plain, "remove comments"), 4, "is not in a git repository with a commit"],
      [apply(folder, "remove invoices"), 3, 'Nothing here is called "invoices"'],
      [apply(folder, "remove coments"), 3, "comments"],
      [apply(broken, "remove comments"), 4, "The backend cannot be read: prisma/schema/more.prisma:"],
      [apply(off, "remove comments"), 4, "The bot is switched off for this repository"],
      [apply(folder, "rename comments"), 2, '"rename comments" is not a change'],
      [apply(folder, "status"), 2, '"status" is not a change'],
      [
        apply(folder, "remove comments", "--gates", "tipes"),
        2,
        'There is no gate "tipes"; did you mean types?',
      ],
      [apply(folder, "remove comments", "--decide", join(empty, "none")), 2, "cannot be read"],
      [apply(folder, "remove comments", "--decide", join(empty, "README.md"), "--dri-run"), 2, "--dry-run"],
      [apply(folder), 2, "A change is missing"],
    ];
    for (const [args, code, text] of cases) {
      const ended = await autobe(args);
      expect([args, ended.code, ended.out]).toEqual([args, code, ""]);
      expect(ended.err).toContain(text);
    }
  });

  it("refuses a dirty tree, and reads it in a dry run", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    writeFiles(folder, { "src/mine.ts": "export {};\n" });
    const refused = await autobe(apply(folder, "remove comments"));
    expect(refused.code).toBe(4);
    expect(refused.err).toContain("has changes that are not committed: src/mine.ts.\nCommit or stash them");
    expect((await autobe(apply(folder, "remove comments", "--dry-run"))).code).toBe(0);
  });

  it("publishes nothing where the disk is full or the base moves on, and goes on afterwards", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    const full: Workshop["verify"] = () =>
      Promise.reject(new WorldError("disk", "/cache", "no space left on device", "Free some disk space"));
    const ended = await autobe(apply(folder, "remove comments"), { verify: full });
    expect([ended.code, ended.out]).toEqual([1, ""]);
    expect(ended.err).toContain("Failed: /cache: no space left on device.\nFree some disk space.\n");
    expect(run(folder, "branch", "--list", "autobe/*")).toBe("");
    expect((await autobe(apply(folder, "remove comments"))).code).toBe(0);
  });

  it("calls a bug a bug", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    const planChange: Workshop["planChange"] = () => {
      throw new TypeError("x is not a function");
    };
    const ended = await autobe(apply(folder, "remove comments"), { planChange });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain("This is a bug of autobe-bot");
    expect(ended.err).toContain("x is not a function");
  });

  it("works on a folder of a repository", async () => {
    const files = Object.entries(INLINE_BACKEND).map(([path, text]) => [`apps/board/${path}`, text]);
    const folder = temp.repository({
      ...(Object.fromEntries(files) as typeof INLINE_BACKEND),
      "web/index.ts": "",
    });
    commitAllAgain(folder);
    const ended = await autobe(apply(join(folder, "apps/board"), "remove comments"));
    expect(ended.code).toBe(0);
    expect(run(folder, "diff", "--name-only", "main", "autobe/remove-comments").split("\n")).toContain(
      `apps/board/${PROVIDER}`,
    );
  });
});

function commitAllAgain(folder: string): void {
  writeFiles(folder, { "web/more.ts": "" });
  commitAll(folder, "more");
}
