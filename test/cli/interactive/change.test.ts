import { PassThrough, Writable } from "node:stream";
import { afterEach, describe, expect, it } from "@jest/globals";
import { completionsOf, type Terminal } from "../../../src/cli/interactive/prompter.js";
import { main } from "../../../src/cli/main.js";
import { readChangeFile } from "../../../src/change/json/read-change-file.js";
import { INLINE_BACKEND } from "../../helpers/inline-backend.js";
import { TempFolders } from "../../helpers/temp-repository.js";
import { piped, testTools } from "../../helpers/test-tools.js";
import { changeOf } from "../../support/change-of.js";

const temp = new TempFolders();
afterEach(() => temp.removeAll());

/** Somebody who types a line at each prompt, then Ctrl-D. What is shown to them is kept. */
function person(lines: readonly string[]): { readonly terminal: Terminal; readonly shown: () => string } {
  const input = new PassThrough();
  const left = [...lines];
  let shown = "";
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const text = chunk.toString("utf8");
      shown += text;
      if (text.endsWith("> ")) {
        const next = left.shift();
        const keys = next === undefined ? ["\u0004"] : [...next.split(/(?=\t)/), "\r"];
        // What Tab completes is there a moment later.
        keys.forEach((key, index) => setTimeout(() => input.write(key), index * 20));
      }
      done();
    },
  });
  return { terminal: { input, output, interactive: true }, shown: () => shown };
}

async function talk(lines: readonly string[], ...options: readonly string[]) {
  const { terminal, shown } = person(lines);
  const { tools, printed } = testTools({}, {}, terminal);
  const repo = temp.repository(INLINE_BACKEND);
  const code = await main(["change", "--interactive", "--repo", repo, ...options], tools);
  return { code, ...printed, shown: shown() };
}

describe("change --interactive", () => {
  it("asks for the kind and its parts, the model first, and ends with the line", async () => {
    const ended = await talk(["rename field", "board_articles", "title", "headline", "n", "print"]);
    expect([ended.code, ended.out]).toEqual([0, "rename field title of board_articles to headline\n"]);
    const asked = ["change> ", "model> ", "field> ", "name> ", "another one? [y/N]> "];
    const places = asked.map((question) => ended.shown.indexOf(`\u001b[0J${question}`));
    expect(places).not.toContain(-1);
    expect(places.toSorted((left, right) => left - right)).toEqual(places);
    expect(ended.shown).toContain("such as: rename field body of articles to content");
  });

  it("completes names of that very backend", async () => {
    const ended = await talk(["expose\t", "notes\t", "bod\t", "", "", ""]);
    expect(ended.out).toBe("expose body of board_article_notes\n");
    expect((await talk(["remove op\t", "get\t", "", ""])).out).toMatch(/^remove operation GET \/\S+\n$/);
  });

  it("says what is not known, with the nearest, and asks again", async () => {
    const ended = await talk([
      "renam model",
      "rename model",
      "board_artcles",
      "board_articles",
      "board_posts",
      "",
      "",
    ]);
    expect(ended.shown).toContain('There is no change "renam model"; did you mean rename model?');
    expect(ended.shown).toContain('"board_artcles" is not known here; did you mean board_articles?');
    expect(ended.out).toBe("rename model board_articles to board_posts\n");
    const help = await talk(["?", "remove field", "notes", "?", "body", "", ""]);
    expect(help.shown.match(/ {2}requirement {2}add section/g)).toHaveLength(2);
    expect(help.shown).toContain("Here: id, board_article_id, body");
    expect(help.out).toBe("remove field body from notes\n");
    const wrong = await talk(["remove model", "board articles", "remove model", "board_articles", "", ""]);
    expect(wrong.shown).toContain("it is written as: remove model <name>");
    expect(wrong.out).toBe("remove model board_articles\n");
  });

  it("leaves optional parts out, and takes several changes", async () => {
    const first = ["add field", "articles, notes", "rank", "int", "0", ""];
    const ended = await talk([...first, "yes", "remove feature", "comments", "no", "print"], "--json");
    expect(readChangeFile(ended.out)).toEqual({
      ok: true,
      changes: [changeOf("add field rank: int to articles, notes default 0"), changeOf("remove comments")],
    });
  });

  it("plans or applies what was asked for", async () => {
    const plan = await talk(["remove feature", "comments", "", "what?", "plan"]);
    expect(plan.code).toBe(0);
    expect(plan.out).toContain("remove comments\n");
    expect(plan.out).toContain("Removed models (1):\n  board_article_comments\n");
    const apply = await talk(["remove feature", "comments", "", "apply"]);
    expect([apply.code, apply.out]).toEqual([
      0,
      expect.stringContaining("Published as autobe/remove-comments"),
    ]);
  });

  it("does nothing for somebody who leaves", async () => {
    for (const lines of [[], ["remove field"], ["remove field", "notes"]]) {
      const ended = await talk(lines);
      expect([ended.code, ended.out, ended.err]).toEqual([3, "", "Nothing was asked for.\n"]);
    }
  });

  it("ends with 2 where there is no terminal, and names the ways that need none", async () => {
    const { tools, printed } = testTools({}, {}, piped("remove feature\ncomments\n"));
    expect(await main(["change", "--interactive", "--repo", temp.folder(INLINE_BACKEND)], tools)).toBe(2);
    expect(printed.out).toBe("");
    expect(printed.err).toContain('autobe-bot plan "remove comments", or as JSON with --file');
    const given = await talk([], "remove comments");
    expect([given.code, given.err]).toEqual([
      2,
      expect.stringContaining("--interactive asks for the changes"),
    ]);
  });
});

describe("change", () => {
  it("prints lines as JSON, and JSON as lines", async () => {
    const line = "hide email of members in summary";
    const first = testTools();
    expect(await main(["change", line, "--json"], first.tools)).toBe(0);
    const second = testTools({}, {}, piped(first.printed.out));
    expect(await main(["change", "--file", "-"], second.tools)).toBe(0);
    expect(second.printed.out).toBe(`${line}\n`);
    const none = testTools();
    expect([await main(["change"], none.tools), none.printed.out]).toEqual([2, ""]);
  });

  it("completes the last of a list, from its beginning or from within", () => {
    const names = ["board_articles", "board_article_notes", "*"];
    expect(completionsOf("board_articles, not", names)).toEqual([["board_article_notes"], "not"]);
    expect(completionsOf("", names)).toEqual([names, ""]);
    expect(completionsOf("BOARD_ARTICLES", names)[0]).toEqual(["board_articles"]);
  });
});
