import { applySplices } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import { isBlank, type Line, linesOf, textWithout } from "../../source/text-lines.js";

/** The document with a section at the end of another one, or at its own end where `parent` is null. */
export function withSection(
  text: string,
  parent: Section | null,
  siblings: readonly Section[],
  title: string,
  said: string,
): string {
  const lines = linesOf(text);
  const eol = eolOf(text);
  const level = siblings.at(-1)?.level ?? (parent?.level ?? 1) + 1;
  const bullet = bulletOf(lines, siblings.at(-1) ?? parent);
  const block = [`${"#".repeat(level)} ${title}`, "", ...said.split("\n").map((line) => `${bullet}${line}`)];
  let last = (parent?.to ?? lines.length) - 1;
  while (last >= 0 && isBlank(lines[last])) last--;
  const before = lines[last];
  if (before === undefined) return `${block.join(eol)}${eol}`;
  const ended = before.end > before.start + before.text.length;
  const written = `${ended ? "" : eol}${eol}${block.join(eol)}${eol}`;
  return applySplices(text, [{ start: before.end, end: before.end, text: written }]);
}

/** The document with another text under a heading. Blank lines around the text stay as they are. */
export function withText(text: string, section: Section, said: string): string {
  const lines = linesOf(text);
  const eol = eolOf(text);
  const [first, last] = ownText(lines, section);
  const bullet = bulletOf(lines, section);
  const written = said
    .split("\n")
    .map((line) => `${bullet}${line}`)
    .join(eol);
  const heading = lines[section.body - 1];
  if (first === undefined || last === undefined) {
    const at = heading?.end ?? text.length;
    return applySplices(text, [{ start: at, end: at, text: `${eol}${written}${eol}` }]);
  }
  return applySplices(text, [{ start: first.start, end: last.start + last.text.length, text: written }]);
}

/** The document without a section and those below it. */
export function withoutSection(text: string, section: Section): string {
  const gone = Array.from({ length: section.to - section.from }, (_, index) => section.from + index);
  return textWithout(text, linesOf(text), new Set(gone));
}

/** What stands under a heading, bullets and blank lines around it aside. */
export function textOfSection(text: string, section: Section): string {
  const lines = linesOf(text);
  const bullet = bulletOf(lines, section);
  const [first, last] = ownText(lines, section);
  if (first === undefined || last === undefined) return "";
  return lines
    .slice(lines.indexOf(first), lines.indexOf(last) + 1)
    .map((line) => (line.text.startsWith(bullet) ? line.text.slice(bullet.length) : line.text).trimEnd())
    .join("\n");
}

function ownText(lines: readonly Line[], { body, bodyEnd }: Section): readonly [Line?, Line?] {
  const said = lines.slice(body, bodyEnd).filter((line) => !isBlank(line));
  return [said[0], said.at(-1)];
}

/** What the sentences of a section begin with: a bullet where they are a list, else nothing. */
function bulletOf(lines: readonly Line[], section: Section | null): string {
  const [first] = section === null ? [] : ownText(lines, section);
  return /^\s*[-*+]\s+/.exec(first?.text ?? "")?.[0] ?? "";
}
