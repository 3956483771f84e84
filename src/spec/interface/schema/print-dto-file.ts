import type { DtoDeclaration, DtoFile } from "./dto-declaration.js";
import { printDocComment, printMembers, printSchema } from "./print-schema.js";

/** Writes a DTO file from its tree alone. */
export function printDtoFile({ imports, declarations, unread }: DtoFile): string {
  const head = imports.map(
    ({ from, names }) =>
      `import { ${names.map(({ name, as }) => (name === as ? name : `${name} as ${as}`)).join(", ")} } from ${JSON.stringify(from)};\n`,
  );
  const parts = [head.join(""), ...unread.map((text) => `${text}\n`), ...declarations.map(printInScopes)];
  return parts.filter((part) => part !== "").join("\n");
}

/** Namespaces of one name are one, so each declaration may stand in its own. */
function printInScopes(declaration: DtoDeclaration): string {
  const { scopes } = declaration;
  const open = scopes.map((name, depth) => `${"  ".repeat(depth)}export namespace ${name} {\n`);
  const close = scopes.map((_, depth) => `${"  ".repeat(scopes.length - 1 - depth)}}\n`);
  return [...open, printDeclaration(declaration, "  ".repeat(scopes.length)), ...close].join("");
}

function printDeclaration(declaration: DtoDeclaration, indent: string): string {
  const { name, written, exported, parameters, doc, schema } = declaration;
  const generic = parameters.length === 0 ? "" : `<${parameters.join(", ")}>`;
  const head = `${printDocComment(doc, indent)}${indent}${exported ? "export " : ""}`;
  if (schema.kind === "unread" && written === "interface")
    return `${printDocComment(doc, indent)}${indent}${schema.text}\n`;
  if (written === "type" || schema.kind !== "object")
    return `${head}type ${name}${generic} = ${printSchema(schema, indent)};\n`;
  const bases = schema.bases.map((each) => printSchema(each, indent)).join(", ");
  const heritage = bases === "" ? "" : ` extends ${bases}`;
  return `${head}interface ${name}${generic}${heritage} ${printMembers(schema, indent)}\n`;
}
