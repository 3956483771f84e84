import type { BackendFile } from "../../source/backend.js";

/** What the text of a TypeScript file gives away without being parsed; always too much, never too little. */
export interface FileText {
  /** Every word in it, those of comments and strings included. */
  readonly words: ReadonlySet<string>;
  readonly links: readonly Link[];
  /** Whether it may hand on under its own name what it imports: `export default api`, `export { X }`. */
  readonly forwards: boolean;
}

/** One way a file names another. */
export interface Link {
  readonly specifier: string;
  /** Whether it exports again what it takes from there. */
  readonly exports: boolean;
  /** `messages` of `export * as messages from "…"`: the one name by which the other file is reached from here. */
  readonly space: string | null;
}

const known = new WeakMap<BackendFile, FileText>();

/** Files are immutable, so each is looked at once for as long as it is held. */
export function fileText(file: BackendFile): FileText {
  let found = known.get(file);
  if (found === undefined) known.set(file, (found = read(file.text ?? "")));
  return found;
}

const WORD = /[\w$\u0080-\uffff]+/g;
const LINK =
  /\b(?:(export)\s*(?:type\s*)?(?:\*\s*(?:as\s+([\w$\u0080-\uffff]+)\s*)?|\{[^}]*\}\s*)from|from|import|require)\s*\(?\s*["']([^"'\n]+)["']/g;
const FORWARDS = /\bexport\s*(?:default\b|=|import\b|\{[^}]*\}(?!\s*from))/;

function read(text: string): FileText {
  const links: Link[] = [];
  for (const [, exports, space, specifier = ""] of text.matchAll(LINK))
    links.push({ specifier, exports: exports !== undefined, space: space ?? null });
  return { words: wordsIn(text), links, forwards: FORWARDS.test(text) };
}

export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(WORD));
}
