import { afterEach, describe, expect, it } from "@jest/globals";
import { printIssueForm } from "../../src/change/issue-form/print-issue-form.js";
import { changeSchema } from "../../src/change/json/change-schema.js";
import { main } from "../../src/cli/main.js";
import { progressDisplay } from "../../src/cli/progress-display.js";
import { INLINE_BACKEND } from "../helpers/inline-backend.js";
import { TempFolders, writeFiles } from "../helpers/temp-repository.js";
import { piped, testTools } from "../helpers/test-tools.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

async function autobe(args: readonly string[], variables: Record<string, string> = {}) {
  const { tools, printed } = testTools({}, variables);
  return { code: await main(args, tools), ...printed };
}

describe("plan", () => {
  it("says what would be touched, and why", async () => {
    const folder = temp.folder(INLINE_BACKEND);
    const ended = await autobe(["plan", "--repo", folder, "remove comments"]);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain("Removed models (1):\n  board_article_comments\n");
    expect(ended.out).toContain("- src/api/structures/IBoardArticleComment.ts");
    expect(ended.out).toContain("~ src/providers/getBoardArticlesArticleId.ts");
    expect(ended.out).not.toContain("notes");
  });

  it("takes several changes, and the words of one that nobody quoted", async () => {
    const folder = temp.folder(INLINE_BACKEND);
    const both = await autobe(["plan", "--repo", folder, "remove comments", "remove notes"]);
    expect(both.out).toContain("board_article_comments");
    expect(both.out).toContain("board_article_notes");
    const lines = await autobe(["plan", "--repo", folder, "remove comments\nremove notes"]);
    expect(lines.out).toBe(both.out);
    const unquoted = await autobe(["plan", "--repo", folder, "remove", "comments"]);
    expect(unquoted.out).toBe((await autobe(["plan", "--repo", folder, "remove comments"])).out);
    expect((await autobe(["plan", "--repo", folder, " "])).code).toBe(2);
  });
});

describe("a file of changes", () => {
  it("is planned as its lines are, from a path or from the input", async () => {
    const changes = [
      { kind: "remove-feature", target: "comments" },
      { kind: "remove-feature", target: "notes" },
    ];
    const folder = temp.folder({ ...INLINE_BACKEND, "changes.json": JSON.stringify({ changes }) });
    const lines = await autobe(["plan", "--repo", folder, "remove comments", "remove notes"]);
    const file = await autobe(["plan", "--repo", folder, "--file", `${folder}/changes.json`]);
    expect([file.code, file.out]).toEqual([0, lines.out]);
    const { tools, printed } = testTools({}, {}, piped(JSON.stringify(changes)));
    expect(await main(["plan", "--repo", folder, "--file", "-"], tools)).toBe(0);
    expect(printed.out).toBe(lines.out);
    const apply = ["apply", "--repo", folder, "--dry-run", "--file", `${folder}/changes.json`];
    expect((await autobe(apply)).out).toContain("--- a/");
  });

  it("ends with 2 where it is none, and says each thing that is wrong", async () => {
    const folder = temp.folder({ "bad.json": '[{"kind": "remove-modle", "name": "x"}]' });
    const bad = await autobe(["plan", "--file", `${folder}/bad.json`]);
    expect([bad.code, bad.out]).toEqual([2, ""]);
    expect(bad.err).toBe(
      `${folder}/bad.json is not a file of changes:\n` +
        '  [0].kind: there is no kind of change "remove-modle"; did you mean remove-model?\n',
    );
    const none = await autobe(["apply", "--file", `${folder}/none.json`]);
    expect([none.code, none.err]).toEqual([2, `The file of changes ${folder}/none.json cannot be read\n`]);
    expect((await autobe(["plan", "--file", "-"])).err).toContain(
      "What is piped in is not a file of changes",
    );
    const both = await autobe(["plan", "remove comments", "--file", `${folder}/bad.json`]);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining("not both")]);
    expect((await autobe(["plan"])).err).toContain("A change is missing");
  });

  it("has a form for issues", async () => {
    const { code, out } = await autobe(["issue-form"]);
    expect([code, out]).toEqual([0, printIssueForm()]);
  });

  it("has a schema", async () => {
    const { code, out } = await autobe(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(changeSchema());
  });
});

describe("graph and explain", () => {
  it("count, draw and explain", async () => {
    const folder = temp.folder(INLINE_BACKEND);
    const summary = await autobe(["graph", "--repo", folder]);
    expect(summary.out).toMatch(/^\d+ files, \d+ nodes, \d+ edges\nnodes: /);
    expect(summary.out).toContain("0 import cycles\n");
    const json = JSON.parse((await autobe(["graph", "--repo", folder, "--json"])).out) as object;
    expect(Object.keys(json)).toEqual(["nodes", "edges"]);
    const drawn = await autobe(["graph", "board_article_comments", "--repo", folder, "--mermaid"]);
    expect(drawn.out).toContain("graph LR\n");
    expect(drawn.out).not.toContain("board_article_notes");
    const explained = await autobe(["explain", "IBoardArticleComment", "--repo", folder]);
    expect(explained.out).toContain(
      "dto IBoardArticleComment  (src/api/structures/IBoardArticleComment.ts)\n",
    );
    expect(explained.out).toContain("  used by ");
  });

  it("name the nearest where there is no such artefact", async () => {
    const folder = temp.folder(INLINE_BACKEND);
    for (const command of ["graph", "explain"]) {
      const ended = await autobe([command, "IBoardArticleCommend", "--repo", folder]);
      expect([ended.code, ended.out]).toEqual([3, ""]);
      expect(ended.err).toContain("The nearest names: IBoardArticleComment");
    }
    expect((await autobe(["explain", "x", "--repo", temp.folder({})])).code).toBe(4);
  });
});

describe("verify", () => {
  it("compares a folder with a commit", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    writeFiles(folder, { "src/new.ts": "export {};\n" });
    const { tools, printed } = testTools({
      verify: async ({ base, head, touched }) => [
        {
          gate: "types",
          verdict: "passed",
          summary: `${base.files.size} ${head.files.size} ${[...touched].join()}`,
          diagnostics: [],
          duration: 0,
        },
      ],
    });
    expect(await main(["verify", "--repo", folder, "--base", "HEAD"], tools)).toBe(0);
    expect(printed.out).toBe("passed  types      7 8 src/new.ts\n");
    expect(await main(["verify", "--repo", folder, "--base", "none"], tools)).toBe(1);
    expect(printed.err).toContain("there is no commit none");
  });

  it("asks the compiler about what differs and what that reaches, if somebody wants it quick", async () => {
    const folder = temp.repository(INLINE_BACKEND);
    writeFiles(folder, { "src/new.ts": "export {};\n" });
    let asked: readonly string[] | undefined;
    const { tools, printed } = testTools({
      verify: async ({ scope }) => {
        asked = scope;
        return [];
      },
    });
    expect(await main(["verify", "--repo", folder, "--base", "HEAD", "--scoped"], tools)).toBe(0);
    expect(asked).toEqual(["src/new.ts"]);
    expect(await main(["verify", "--repo", folder, "--scoped"], tools)).toBe(2);
    expect(printed.err).toContain("name it with --base");
  });
});

describe("doctor", () => {
  it("looks at everything, and says what is missing", async () => {
    const home = temp.folder();
    const found = await autobe(["doctor", "--json"], {
      AUTOBE_HOME: home,
      DATABASE_URL: "postgres://127.0.0.1:1/x",
    });
    const findings = JSON.parse(found.out) as { name: string; verdict: string; remedy: string }[];
    const verdicts = new Map(findings.map(({ name, verdict }) => [name, verdict]));
    expect([...verdicts.keys()]).toEqual([
      "node",
      "git",
      "npm registry",
      "disk",
      "store",
      "sandbox",
      "GitHub App",
    ]);
    expect([verdicts.get("node"), verdicts.get("git"), verdicts.get("disk")]).toEqual(["ok", "ok", "ok"]);
    expect([verdicts.get("store"), verdicts.get("GitHub App")]).toEqual(["missing", "unset"]);
    expect(found.code).toBe(1);
    for (const { verdict, remedy } of findings) expect(remedy === "").toBe(verdict === "ok");
  });

  it("names a variable that is wrong", async () => {
    const ended = await autobe(["doctor"], { PORT: "x" });
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('missing environment  PORT: "x" is not a number from 1 to 65535\n');
  });
});

describe("the program", () => {
  it("has help for every command, and ends with 2 on wrong usage", async () => {
    const help = await autobe(["--help"]);
    expect(help.code).toBe(0);
    for (const command of ["plan", "apply", "graph", "explain", "verify", "schema", "doctor"]) {
      expect(help.out).toContain(`  ${command} `);
      expect((await autobe([command, "--help"])).out).toContain("--json");
      expect((await autobe([command, "--nonsense"])).code).toBe(2);
    }
    expect((await autobe(["aply"])).err).toContain("Did you mean apply?");
    expect((await autobe([])).code).toBe(2);
    expect((await autobe(["--version"])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it("rewrites one line on a terminal, and prints lines elsewhere", () => {
    const show = (interactive: boolean): string => {
      let text = "";
      const console = {
        out: () => {},
        err: (part: string) => void (text += part),
        interactive,
        columns: () => 30,
      };
      const progress = progressDisplay(console);
      progress.start("verify");
      progress.say("installing a package with a very long name");
      progress.end("verify", 1234, "passed");
      return text;
    };
    const clear = "\r\u001b[2K";
    expect(show(true)).toBe(
      `${clear}verify${clear}verify: installing a package…${clear}verify        1.2 s  passed\n`,
    );
    const lines: string[] = [];
    const piped = { out: () => {}, err: (line: string) => void lines.push(line), interactive: false };
    const progress = progressDisplay({ ...piped, columns: () => 30 });
    for (const text of ["installing… 0 s", "installing… 3 s", "compiling"]) progress.say(text);
    expect(lines).toEqual(["  installing\n", "  compiling\n"]);
    expect(show(false)).toBe("  installing a package with a very long name\nverify        1.2 s  passed\n");
  });
});
