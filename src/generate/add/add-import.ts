import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";

/** Imports a name from a neighbour, in the order of the alphabet among its like; null if it is there already. */
export function addImport(file: ts.SourceFile, name: string, specifier: string): Splice | null {
  const eol = eolOf(file.text);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const place = (each: ts.ImportDeclaration): string =>
    ts.isStringLiteral(each.moduleSpecifier) ? each.moduleSpecifier.text : "";
  if (imports.some((each) => place(each) === specifier && names(each).includes(name))) return null;
  const line = `import { ${name} } from "${specifier}";`;
  const folder = specifier.slice(0, specifier.lastIndexOf("/"));
  const alike = imports.filter((each) => {
    const own = place(each);
    return own.slice(0, own.lastIndexOf("/")) === folder;
  });
  const before = alike.filter((each) => place(each) < specifier).at(-1);
  const [first] = alike;
  if (before !== undefined) return { start: before.end, end: before.end, text: eol + line };
  if (first !== undefined) {
    const at = first.getStart(file);
    return { start: at, end: at, text: line + eol };
  }
  const last = imports.at(-1);
  if (last === undefined) return { start: 0, end: 0, text: line + eol + eol };
  const apart = !place(last).startsWith(".") && specifier.startsWith(".") ? eol : "";
  return { start: last.end, end: last.end, text: eol + apart + line };
}

function names({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  return bindings !== undefined && ts.isNamedImports(bindings)
    ? bindings.elements.map((each) => each.name.text)
    : [];
}
