import type { Line } from "../../source/text-lines.js";

/** A heading with what stands under it. Numbers are indices into the lines of the document. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly from: number;
  /** First line of its text. */
  readonly body: number;
  /** First line of the next heading, of whatever level. */
  readonly bodyEnd: number;
  /** First line of the next heading of the same or a higher level. */
  readonly to: number;
  readonly parent: Section | null;
  /** What a link to it says behind the hash. */
  readonly anchor: string;
}

/** All sections of a document, in order. Headings inside code fences and front matter are none. */
export function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const headings = headingsOf(lines);
  const anchors = new Map<string, number>();
  const sections: Section[] = [];
  headings.forEach((heading, index) => {
    const next = headings.slice(index + 1);
    const to = next.find((other) => other.level <= heading.level)?.from ?? lines.length;
    sections.push({
      ...heading,
      bodyEnd: next[0]?.from ?? lines.length,
      to,
      parent: sections.findLast((other) => other.level < heading.level && other.to > heading.from) ?? null,
      anchor: anchorOf(heading.title, anchors),
    });
  });
  return sections;
}

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly from: number;
  readonly body: number;
}

function headingsOf(lines: readonly Line[]): readonly Heading[] {
  const headings: Heading[] = [];
  let fence: string | null = null;
  for (let index = frontMatter(lines); index < lines.length; index++) {
    const { text } = lines[index] as Line;
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (mark !== undefined && (fence === null || mark.startsWith(fence)))
      fence = fence === null ? mark : null;
    if (fence !== null) continue;
    const hashes = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(text);
    if (hashes !== null)
      headings.push({
        level: hashes[1]!.length,
        title: hashes[2] ?? "",
        from: index,
        body: index + 1,
      });
    else if (isUnderline(text) && isParagraph(lines[index - 1]) && headings.at(-1)?.body !== index)
      headings.push({
        level: text.trim().startsWith("=") ? 1 : 2,
        title: lines[index - 1]!.text.trim(),
        from: index - 1,
        body: index + 1,
      });
  }
  return headings;
}

function frontMatter(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== "---") return 0;
  return lines.findIndex((line, index) => index > 0 && line.text.trimEnd() === "---") + 1;
}

function isUnderline(text: string): boolean {
  return /^ {0,3}(=+|-+)[ \t]*$/.test(text);
}

function isParagraph(line: Line | undefined): boolean {
  return line !== undefined && /^ {0,3}(?![-*+>|]|\d+[.)]\s|`{3}|~{3})\S/.test(line.text);
}

/** The anchor that GitHub gives a heading; a second one of the same words is numbered. */
function anchorOf(title: string, known: Map<string, number>): string {
  const plain = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  const slug = plain
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
    .trim()
    .replace(/ /g, "-");
  const count = known.get(slug) ?? 0;
  known.set(slug, count + 1);
  return count === 0 ? slug : `${slug}-${count}`;
}
