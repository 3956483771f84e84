import type { Splice } from "../../src/source/edit.js";
import type { Around, Site } from "./sites.js";

/** An edit by hand that changes nothing of what the code does. */
export interface HandEdit {
  readonly kind: HandEditKind;
  readonly path: string;
  readonly splices: readonly Splice[];
  /** Whether it can still be found in a text. */
  readonly isIn: (text: string) => boolean;
  /** Offsets in the text before it; where the lines at all of them stay, the edit has to stay. */
  readonly anchors: readonly number[];
}

export const HAND_EDIT_KINDS = [
  "comment",
  "block comment",
  "trailing comment",
  "statement",
  "member",
  "order",
  "blanks",
] as const;

export type HandEditKind = (typeof HAND_EDIT_KINDS)[number];

type Made = Omit<HandEdit, "kind" | "path">;

/** Null where such an edit has no place. `token` is a word that stands nowhere else. */
type Make = (text: string, site: Site, token: string) => Made | null;

const MAKERS: { readonly [K in HandEditKind]: Make } = {
  comment: (text, site, token) =>
    lineAbove(text, site, token, site.around === "text" ? `<!-- ${token} -->\n` : `// ${token}`),
  "block comment": (text, site, token) =>
    isCode(site) ? lineAbove(text, site, token, `/* ${token},\n   which takes two lines. */`) : null,
  "trailing comment": (text, site, token) =>
    isCode(site) && site.around !== "literal"
      ? {
          splices: [{ start: site.span.end, end: site.span.end, text: ` // ${token}` }],
          isIn: (after) => after.includes(`// ${token}`),
          anchors: linesOf(text, site.start, site.span.end),
        }
      : null,
  statement: (text, site, token) =>
    site.around === "statements" ? lineAbove(text, site, token, `void "${token}";`) : null,
  member: (text, site, token) => {
    const member = MEMBERS[site.around];
    return member === undefined ? null : lineAbove(text, site, token, member(token));
  },
  order: (text, site) => {
    const { next } = site;
    if (next === null || !REORDERED.has(site.around) || next.span.start < site.span.end) return null;
    const [one, other] = [lineAt(text, site.start), lineAt(text, next.start)];
    if (!standsOnce(text, one) || !standsOnce(text, other)) return null;
    return {
      splices: [
        { ...site.span, text: text.slice(next.span.start, next.span.end) },
        { ...next.span, text: text.slice(site.span.start, site.span.end) },
      ],
      isIn: (after) => after.includes(one) && after.indexOf(other) < after.indexOf(one),
      anchors: [site.start, next.start],
    };
  },
  blanks: (text, site) => {
    const line = lineAt(text, site.start);
    const at = line.search(/(?<=\w) \S/);
    if (site.around === "text" || at === -1 || /["'`]/.test(line) || !standsOnce(text, line)) return null;
    const start = text.lastIndexOf("\n", site.start - 1) + 1 + at;
    return {
      splices: [{ start, end: start + 1, text: "   " }],
      isIn: (after) => after.includes(`${line.slice(0, at)}   ${line.slice(at + 1)}`),
      anchors: [site.start],
    };
  },
};

/** A member of one's own, as it is written there. */
const MEMBERS: { readonly [A in Around]?: (token: string) => string } = {
  functions: (token) => `export const ${token} = (): string => "${token}";`,
  class: (token) => `protected ${token}(): string {\n  return "${token}";\n}`,
  interface: (token) => `${token}?: string;`,
  text: (token) => `What a person says about ${token}.\n`,
};

/** Lists whose order means nothing. */
const REORDERED: ReadonlySet<Around> = new Set(["functions", "class", "interface", "literal", "schema"]);

export function makeHandEdit(
  kind: HandEditKind,
  { path, text }: { readonly path: string; readonly text: string },
  site: Site,
  token: string,
): HandEdit | null {
  const made = MAKERS[kind](text, site, token);
  return made === null ? null : { kind, path, ...made };
}

function isCode({ around }: Site): boolean {
  return around !== "text" && around !== "schema";
}

/** Lines above something and above its comments, as far in as it stands. */
function lineAbove(text: string, { span, start }: Site, token: string, lines: string): Made {
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const written = lines.replace(/^(?=.)/gm, indent);
  return {
    splices: [{ start: span.start, end: span.start, text: `${written}\n` }],
    isIn: (after) => after.includes(token),
    anchors: [start],
  };
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, end === -1 ? text.length : end);
}

/** An offset in each line that a range touches. */
function linesOf(text: string, start: number, end: number): readonly number[] {
  const lines = [start];
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1))
    lines.push(at + 1);
  return lines;
}

function standsOnce(text: string, line: string): boolean {
  return line.trim() !== "" && text.indexOf(line) === text.lastIndexOf(line);
}
