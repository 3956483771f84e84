import { parseSchema } from "../../spec/database/parse-schema.js";

/** The generator and datasource blocks of a schema file, as written; the whole text where it does not parse. */
export function protectedBlocks(path: string, text: string): string {
  try {
    return parseSchema(path, text)
      .filter(({ keyword }) => keyword === "generator" || keyword === "datasource")
      .map(({ span }) => text.slice(span.start, span.end).trim())
      .join("\n\n");
  } catch {
    const blocks = text.match(/^\s*(generator|datasource)\s[^}]*\}/gm) ?? [];
    return blocks.map((block) => block.trim()).join("\n\n");
  }
}
