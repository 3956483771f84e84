import { describe, expect, it } from "@jest/globals";
import { headedText, passagesOf } from "../../../src/retrieve/sections/passages.js";
import { section } from "../section.js";

describe("passages", () => {
  it("are one where a section is short", () => {
    const short = section("Orders", "- One.\n\n- Two.");
    expect(passagesOf(short)).toEqual([{ section: short, text: "- One.\n\n- Two." }]);
  });

  it("are cut between lines where it is long, and know their section", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `- Rule ${index}: ${"word ".repeat(20)}end.`);
    const long = section("Rules", lines.join("\n"));
    const passages = passagesOf(long);
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.map(({ text }) => text).join("\n")).toBe(long.text);
    expect(passages.every(({ text }) => text.length <= 1200 && text.startsWith("- Rule"))).toBe(true);
    expect(new Set(passages.map((passage) => passage.section))).toEqual(new Set([long]));
  });

  it("are cut between words where one line is long, and within a word only where there is nothing else", () => {
    const words = passagesOf(section("Rules", "word ".repeat(600).trim())).map(({ text }) => text);
    expect(words.join(" ")).toBe("word ".repeat(600).trim());
    expect(words.every((text) => text.length <= 1200)).toBe(true);
    const solid = passagesOf(section("Rules", "x".repeat(3000))).map(({ text }) => text.length);
    expect(solid).toEqual([1200, 1200, 600]);
  });

  it("are embedded under their headings", () => {
    const [passage] = passagesOf(section("Erasing", "- Gone.", ["Shop", "Orders"]));
    expect(passage && headedText(passage)).toBe("Shop / Orders / Erasing\n- Gone.");
  });
});
