import type { Notice } from "../notice.js";
import { mentionsIn } from "./mentions.js";
import type { Section } from "../../spec/requirement/markdown-sections.js";
import type { Line } from "../../source/text-lines.js";
import type { Vocabulary } from "./vocabulary.js";

const LONGEST = 200;
const MOST_LINES = 8;

/** A part of a document that stays, from its heading to the next one; lines by index. */
export interface Part {
  readonly title: string | null;
  readonly from: number;
  readonly to: number;
}

/** The parts of a document that stay: what is before the first heading, and each section's own text. */
export function keptParts(
  sections: readonly Section[],
  gone: ReadonlySet<Section>,
  lines: readonly Line[],
): readonly Part[] {
  const head: Part = { title: null, from: 0, to: sections[0]?.from ?? lines.length };
  const own = sections
    .filter((section) => !gone.has(section))
    .map((section) => ({ title: section.title, from: section.from, to: section.bodyEnd }));
  return [head, ...own];
}

/** One notice for a part that stays and speaks of what goes: its first such sentence, and where the others are. */
export function mixedNotice(
  path: string,
  part: Part,
  lines: readonly Line[],
  skip: ReadonlySet<number>,
  vocabulary: Vocabulary,
): Notice | null {
  const found = new Map<number, string>();
  for (const [from, to] of blocksOf(part, lines, skip)) {
    const text = lines
      .slice(from, to)
      .map((line) => line.text)
      .join("\n");
    for (const offset of mentionsIn(text, vocabulary)) {
      const line = from + text.slice(0, offset).split("\n").length;
      if (!found.has(line)) found.set(line, sentenceAt(text, offset));
    }
  }
  if (part.title !== null && found.size > 1) found.delete(part.from + 1);
  const [first, ...others] = found;
  if (first === undefined) return null;
  const also = alsoIn(others.map(([line]) => line));
  const section = part.title === null ? {} : { section: part.title };
  return { kind: "mixed-requirement", path, line: first[0], text: first[1] + also, ...section };
}

function alsoIn(lines: readonly number[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > MOST_LINES ? ", …" : "";
  return ` (also line${lines.length > 1 ? "s" : ""} ${lines.slice(0, MOST_LINES).join(", ")}${more})`;
}

/** Runs of lines that belong together: a paragraph, an item of a list, a row of a table. */
function blocksOf(
  part: Part,
  lines: readonly Line[],
  skip: ReadonlySet<number>,
): readonly (readonly [number, number])[] {
  const blocks: [number, number][] = [];
  let open = false;
  for (let index = part.from; index < part.to; index++) {
    const { text } = lines[index] as Line;
    const last = blocks.at(-1);
    if (text.trim() === "" || skip.has(index)) open = false;
    else if (open && last !== undefined && !/^\s*([-*+]\s|\d+[.)]\s|\||>|`{3}|~{3})/.test(text))
      last[1] = index + 1;
    else {
      blocks.push([index, index + 1]);
      open = index !== part.from || part.title === null;
    }
  }
  return blocks;
}

function sentenceAt(text: string, offset: number): string {
  const ends = [...text.matchAll(/[.!?](?=\s)/g)].map((match) => match.index + 1);
  const start = ends.findLast((end) => end <= offset) ?? 0;
  const end = ends.find((each) => each > offset) ?? text.length;
  const plain = text
    .slice(start, end)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^([-*+]|\d+[.)]|#{1,6})\s+/, "");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain;
}
