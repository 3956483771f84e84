import { SpecError } from "../../errors/spec-error.js";
import type { BlockSyntax, FieldSyntax } from "./schema-syntax.js";

const SCALARS: ReadonlySet<string> = new Set(
  "String Boolean Int BigInt Float Decimal DateTime Json Bytes Unsupported".split(" "),
);

/** What no later step could make sense of: names given twice, types and columns that do not exist. */
export function checkSchema(blocks: readonly BlockSyntax[]): void {
  const known = new Map<string, BlockSyntax>();
  for (const block of blocks.filter(({ keyword }) => keyword !== "datasource" && keyword !== "generator")) {
    const first = known.get(block.name);
    if (first !== undefined)
      throw new SpecError(
        block.path,
        block.line,
        `"${block.name}" is already defined in ${first.path}:${first.line}`,
      );
    known.set(block.name, block);
  }
  for (const block of blocks) checkFields(block, known);
}

function checkFields(block: BlockSyntax, known: ReadonlyMap<string, BlockSyntax>): void {
  const fields = new Map<string, FieldSyntax>();
  for (const field of block.fields) {
    if (fields.has(field.name))
      throw new SpecError(block.path, field.line, `"${block.name}.${field.name}" is defined twice`);
    if (!SCALARS.has(field.type) && !known.has(field.type))
      throw new SpecError(block.path, field.line, `Type "${field.type}" of "${field.name}" is not defined`);
    fields.set(field.name, field);
  }
  for (const field of block.fields)
    for (const argument of field.attributes.find(({ name }) => name === "relation")?.arguments ?? [])
      if (argument.name === "fields")
        for (const column of argument.words.filter((word) => !fields.has(word)))
          throw new SpecError(
            block.path,
            field.line,
            `"${field.name}" is over "${column}", which does not exist`,
          );
}
