import { afterEach, describe, expect, it } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../src/cli/main.js";
import type { Workshop } from "../../src/cli/tools.js";
import { INLINE_BACKEND } from "../helpers/inline-backend.js";
import { commitAll, run, TempFolders, writeFiles } from "../helpers/temp-repository.js";
import { testTools } from "../helpers/test-tools.js";
import { ARTICLE, PROVIDER, type Rewrites, rewritten, SCHEMA } from "../run/sync/edit-backend.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function sync(
  folder: string,
  rest: readonly string[] = [],
  workshop: Partial<Workshop> = {},
): Promise<Ended> {
  const { tools, printed } = testTools(workshop);
  const code = await main(["sync", "--repo", folder, ...rest], tools);
  return { code, ...printed };
}

const SUBTITLE: Rewrites = { [SCHEMA]: [["  title String\n", "  title String\n  subtitle String?\n"]] };
const NAME: Rewrites = { [SCHEMA]: [["  title String\n", "  name String\n"]] };

/** A repository on a branch on which a person has edited something, committed or not. */
function edited(rewrites: Rewrites, committed = true, files = INLINE_BACKEND): string {
  const folder = temp.repository(files);
  run(folder, "checkout", "--quiet", "-b", "work");
  writeFiles(folder, rewritten(rewrites, files));
  if (committed) commitAll(folder, "A person's edit");
  return folder;
}

describe("sync", () => {
  it("commits what follows behind the person's commit, and has nothing to do the second time", async () => {
    const folder = edited(SUBTITLE);
    const persons = run(folder, "rev-parse", "HEAD");
    const ended = await sync(folder);
    expect([ended.code, ended.err]).toEqual([0, expect.stringContaining("publish")]);
    expect(ended.out).toContain("Committed on work, up to ");
    expect(ended.out).toContain('ADD COLUMN     "subtitle" TEXT');
    expect(run(folder, "log", "--reverse", "--format=%s", `${persons}..HEAD`).split("\n")).toEqual([
      "interface: add field subtitle: string? to board_articles",
      "realize: add field subtitle: string? to board_articles",
    ]);
    expect(run(folder, "merge-base", persons, "HEAD")).toBe(persons);
    expect(run(folder, "status", "--porcelain")).toBe("");
    expect(readFileSync(join(folder, PROVIDER), "utf8")).toContain("subtitle: article.subtitle");
    const again = await sync(folder);
    expect([again.code, again.out]).toEqual([3, ""]);
    expect(again.err).toContain("Nothing to do: Everything follows already: add field subtitle");
  });

  it("goes on from further edits behind its own commits", async () => {
    const folder = edited(SUBTITLE);
    await sync(folder);
    const schema = { [SCHEMA]: readFileSync(join(folder, SCHEMA), "utf8") };
    const more: Rewrites = { [SCHEMA]: [["  subtitle String?\n", "  subtitle String?\n  teaser String?\n"]] };
    writeFiles(folder, rewritten(more, schema));
    commitAll(folder, "Another edit");
    const ended = await sync(folder);
    expect([ended.code, ended.out]).toEqual([0, expect.not.stringContaining("conflict")]);
    const provider = readFileSync(join(folder, PROVIDER), "utf8");
    expect(provider).toContain("select: { id: true, title: true, subtitle: true, teaser: true, comments");
    expect(provider.match(/subtitle: article/g)).toHaveLength(1);
    expect((await sync(folder)).code).toBe(3);
  });

  it("writes beside edits that are not committed, and leaves committing to the person", async () => {
    const folder = edited(SUBTITLE, false);
    const ended = await sync(folder);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("Written beside your edits, and not committed");
    expect(run(folder, "log", "--format=%s")).toBe("first");
    expect(readFileSync(join(folder, ARTICLE), "utf8")).toContain("subtitle");
    expect((await sync(folder)).code).toBe(3);
  });

  it("prints what would follow, as a plan, as a diff on top of the person's edits, and as JSON", async () => {
    const folder = edited(SUBTITLE);
    const head = run(folder, "rev-parse", "HEAD");
    const plan = await sync(folder, ["--plan"]);
    expect([plan.code, plan.out]).toEqual([0, expect.stringContaining(`~ ${PROVIDER}`)]);
    const dry = await sync(folder, ["--dry-run"]);
    expect(dry.code).toBe(0);
    expect(dry.out).not.toContain("main.prisma");
    writeFiles(folder, { "../sync.patch": dry.out });
    run(folder, "apply", "--check", "../sync.patch");
    const json = await sync(folder, ["--dry-run", "--json"]);
    const report = JSON.parse(json.out) as { edits: { path: string }[]; plan: { change: string } };
    expect(report.plan.change).toBe("add field subtitle: string? to board_articles");
    expect(report.edits.map(({ path }) => path)).toEqual([ARTICLE, PROVIDER]);
    expect(run(folder, "rev-parse", "HEAD")).toBe(head);
    expect(run(folder, "status", "--porcelain")).toBe("");
  });

  it("asks whether something was renamed, and remembers the answer in its commits", async () => {
    const folder = edited(NAME);
    const asked = await sync(folder);
    expect(asked.code).toBe(5);
    const id = /^ {2}([0-9a-f]{12}) rename$/m.exec(asked.out)?.[1] ?? "";
    writeFiles(folder, { "../decisions": `${id} rename\n` });
    const ended = await sync(folder, ["--decide", join(folder, "../decisions")]);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('RENAME COLUMN "title" TO "name"');
    expect((await sync(folder)).code).toBe(3);
    // What was said of one name says nothing of another one.
    writeFiles(
      folder,
      rewritten(
        { [SCHEMA]: [["  body             String\n", "  text             String\n"]] },
        { [SCHEMA]: readFileSync(join(folder, SCHEMA), "utf8") },
      ),
    );
    commitAll(folder, "Another edit");
    expect((await sync(folder)).code).toBe(5);
  });

  it("adds the migration where migrations are kept, also if nothing else follows, but not beside a person's own", async () => {
    const files = {
      ...INLINE_BACKEND,
      "prisma/migrations/migration_lock.toml": 'provider = "postgresql"\n',
      "prisma/migrations/20260101000000_init/migration.sql": "-- init\n",
    };
    const index: Rewrites = { [SCHEMA]: [["  @@index([board_article_id])\n", "  @@index([body])\n"]] };
    const folder = edited(index, true, files);
    const ended = await sync(folder);
    expect([ended.code, ended.out]).toEqual([0, expect.stringContaining("Added as prisma/migrations/")]);
    expect(run(folder, "show", "--stat", "--format=%s", "HEAD")).toContain("migration.sql");
    expect((await sync(folder)).code).toBe(3);
    const own = edited(
      { ...SUBTITLE, "prisma/migrations/20260202000000_mine/migration.sql": "-- mine\n" },
      true,
      files,
    );
    expect((await sync(own)).out).toContain("The branch has a migration of its own");
    expect(existsSync(join(own, "prisma/migrations/20260202000000_mine/migration.sql"))).toBe(true);
  });

  it("compares with a commit that is named", async () => {
    const folder = edited(SUBTITLE);
    expect((await sync(folder, ["--base", "HEAD"])).err).toContain(
      "Schema and DTOs are as they are in the base",
    );
    expect((await sync(folder, ["--base", "main", "--plan"])).code).toBe(0);
  });

  it("publishes nothing where a gate fails, and names what it left as it was written", async () => {
    const folder = edited({ ...SUBTITLE, [PROVIDER]: [["title: true,", "title: true, /* here */"]] });
    const head = run(folder, "rev-parse", "HEAD");
    const verify: Workshop["verify"] = async () => [
      { gate: "types", verdict: "failed", summary: "TypeScript", diagnostics: [], duration: 1 },
    ];
    const ended = await sync(folder, [], { verify });
    expect([ended.code, ended.out]).toEqual([4, ""]);
    expect(ended.err).toContain(`left as you wrote it: ${PROVIDER}:7`);
    expect(run(folder, "rev-parse", "HEAD")).toBe(head);
  });

  it("says what is wrong, each with its exit code", async () => {
    const plain = temp.folder(INLINE_BACKEND);
    const same = edited({ "README.md": "# Mine\n" });
    const broken = edited({ [SCHEMA]: [["  title String\n", "  title Strin\n"]] });
    const empty = temp.repository({ "README.md": "" });
    const cases: [string, readonly string[], number, string][] = [
      [plain, [], 4, "is not in a git repository with a commit"],
      [join(plain, "none"), [], 4, "There is no folder "],
      [empty, [], 4, "is not a backend that the bot can read"],
      [same, [], 3, "Schema and DTOs are as they are in the base"],
      [same, ["--base", "nowhere"], 4, "There is no commit nowhere"],
      [broken, [], 4, `${SCHEMA}:13: Type "Strin" of "title" is not defined`],
      [same, ["--gates", "tipes"], 2, "did you mean types?"],
      [same, ["more"], 2, "too many arguments"],
    ];
    for (const [folder, rest, code, text] of cases) {
      const ended = await sync(folder, rest);
      expect([rest, ended.code, ended.out]).toEqual([rest, code, ""]);
      expect(ended.err).toContain(text);
    }
  });
});
