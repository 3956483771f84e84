import type { AttributeSyntax, BlockSyntax, FieldSyntax } from "./schema-syntax.js";

/** Writes the blocks of a schema file from their trees alone; comments that document nothing are not part of them. */
export function printSchemaFile(blocks: readonly BlockSyntax[]): string {
  return blocks.map(printBlock).join("\n");
}

function printBlock(block: BlockSyntax): string {
  const lines = [
    ...[...block.settings].map(([name, value]) => `${name} = ${value}`),
    ...block.fields.flatMap((field) => [...docLines(field.doc), printField(field)]),
    ...block.values.map((value, index) => printValue(value, block.labels[index] ?? value)),
    ...block.attributes.map((attribute) => `@@${printAttribute(attribute)}`),
  ];
  const head = [...docLines(block.doc), `${block.keyword} ${block.name} {`];
  return [...head, ...lines.map((line) => `  ${line}`), "}", ""].join("\n");
}

function docLines(doc: string): readonly string[] {
  return doc === "" ? [] : doc.split("\n").map((line) => `/// ${line}`.trimEnd());
}

function printField({ name, type, argument, list, optional, attributes }: FieldSyntax): string {
  const whole = `${type}${argument === null ? "" : `(${argument})`}${list ? "[]" : ""}${optional ? "?" : ""}`;
  return [name, whole, ...attributes.map((each) => `@${printAttribute(each)}`)].join(" ");
}

function printAttribute({ name, arguments: all }: AttributeSyntax): string {
  if (all.length === 0) return name;
  return `${name}(${all.map((each) => (each.name === null ? each.text : `${each.name}: ${each.text}`)).join(", ")})`;
}

function printValue(value: string, label: string): string {
  return label === value ? value : `${value} @map(${JSON.stringify(label)})`;
}
