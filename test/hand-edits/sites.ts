import { ts } from "ts-morph";
import { parseSchema } from "../../src/spec/database/parse-schema.js";
import type { BackendFile } from "../../src/source/backend.js";
import type { Span } from "../../src/source/edit.js";
import { nodeSpan } from "../../src/source/node-span.js";
import { parseTypescript } from "../../src/source/parse-typescript.js";

/** What stands around a place, which says what may be put there. */
export type Around = "statements" | "functions" | "class" | "interface" | "literal" | "schema" | "text";

/** Something that stands in a file among its like, on lines of its own. */
export interface Site {
  readonly around: Around;
  /** From the start of its first line to its end, the comments above included, the last line break not. */
  readonly span: Span;
  /** Where its own text starts, behind the comments and the indentation. */
  readonly start: number;
  /** What stands behind it among its like; null for the last one. */
  readonly next: Site | null;
}

/** Every place of a file where a person could put a line of their own. */
export function sitesOf(file: BackendFile): readonly Site[] {
  if (file.path.endsWith(".ts")) return typescriptSites(parseTypescript(file));
  if (file.path.endsWith(".prisma")) return schemaSites(file);
  return file.path.endsWith(".md") ? textSites(file.text ?? "") : [];
}

function typescriptSites(source: ts.SourceFile): readonly Site[] {
  const sites: Site[] = [];
  const visit = (node: ts.Node): void => {
    const found = listIn(node);
    if (found !== null) {
      const each = found.nodes.map((member) => siteOf(source.text, found.around, member));
      sites.push(...chained(each));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sites;
}

function listIn(node: ts.Node): { readonly around: Around; readonly nodes: readonly ts.Node[] } | null {
  if (ts.isBlock(node)) return { around: "statements", nodes: node.statements };
  // Imports have an order of their own, and what stands above the first of them is the file's header.
  if (ts.isSourceFile(node))
    return { around: "functions", nodes: node.statements.filter((each) => !ts.isImportDeclaration(each)) };
  if (ts.isModuleBlock(node)) return { around: "functions", nodes: node.statements };
  if (ts.isClassDeclaration(node)) return { around: "class", nodes: node.members };
  if (ts.isInterfaceDeclaration(node)) return { around: "interface", nodes: node.members };
  return ts.isObjectLiteralExpression(node) ? { around: "literal", nodes: node.properties } : null;
}

/** Null for what shares a line with something else. */
function siteOf(text: string, around: Around, node: ts.Node): Site | null {
  const { start, end } = nodeSpan(node);
  const own = node.getStart();
  const [tail = ""] = /^[,;]?[^\S\n]*(?=\r?\n|$)/.exec(text.slice(end)) ?? ["no line of its own"];
  const shares = tail.length > 1 || text.slice(text.lastIndexOf("\n", own - 1) + 1, own).trim() !== "";
  if (shares || (start > 0 && text[start - 1] !== "\n")) return null;
  return { around, span: { start, end: end + tail.length }, start: own, next: null };
}

/** Fields and attributes of one model, each with the lines it stands on. */
function schemaSites({ path, text }: BackendFile): readonly Site[] {
  const blocks = parseSchema(path, text ?? "").filter(({ keyword }) => keyword === "model");
  return blocks.flatMap(({ fields }) =>
    chained(
      fields.map(({ span }) => {
        const lastLine = (text ?? "").lastIndexOf("\n", span.end - 1) + 1;
        return { around: "schema", span, start: lastLine, next: null };
      }),
    ),
  );
}

/** Lines of prose. */
function textSites(text: string): readonly Site[] {
  return Array.from(text.matchAll(/^(?![-*|#>`\s]).+$/gm), ({ index, 0: line }) => ({
    around: "text",
    span: { start: index, end: index + line.length },
    start: index,
    next: null,
  }));
}

/** Each with the one behind it, where nothing that shares a line stands between them. */
function chained(sites: readonly (Site | null)[]): readonly Site[] {
  return sites.flatMap((site, index) => (site === null ? [] : [{ ...site, next: sites[index + 1] ?? null }]));
}
