import { lineAt } from "../../errors/spec-error.js";
import { Cursor } from "./cursor.js";
import { parseBody } from "./parse-body.js";
import { LeadingDoc } from "./leading-doc.js";
import type { BlockSyntax } from "./schema-syntax.js";

const KEYWORDS: ReadonlySet<string> = new Set(["model", "view", "enum", "type", "datasource", "generator"]);

/** Reads the blocks of one schema file. */
export function parseSchema(path: string, text: string): readonly BlockSyntax[] {
  const cursor = new Cursor(path, text);
  const blocks: BlockSyntax[] = [];
  const doc = new LeadingDoc(cursor);
  while (cursor.peek().kind !== "end") {
    if (doc.takeTrivia()) continue;
    const keyword = cursor.word("a block such as model or enum");
    if (!KEYWORDS.has(keyword.text)) throw cursor.fail(keyword, `Unknown block "${keyword.text}"`);
    const name = cursor.word(`the name of the ${keyword.text}`);
    const start = doc.startBefore(keyword);
    const head = {
      keyword: keyword.text,
      name: name.text,
      path,
      line: lineAt(text, name.start),
      doc: doc.flush(),
    };
    cursor.expect("{", `behind ${keyword.text} ${name.text}`);
    const { end, ...body } = parseBody(cursor, keyword.text, name);
    blocks.push({ ...head, ...body, span: { start, end } });
  }
  return blocks;
}
