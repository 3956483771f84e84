import { ts } from "ts-morph";
import { applySplices } from "../../../source/edit.js";
import { createSource, syntaxError } from "../../../source/parse-typescript.js";
import { relocated } from "../../create/code/import-header.js";
import { wholeLine } from "../retell.js";

/** A text without the imports that it needed before and needs no longer. */
export function withoutIdle(before: string, after: string): string {
  const [old, source] = [createSource("before.ts", before), createSource("after.ts", after)];
  const idle = importsOf(source).filter((each) => {
    const names = namesOf(each);
    return names.length > 0 && !isUsed(names, source) && isUsed(names, old);
  });
  return applySplices(
    after,
    idle.map((each) => ({ ...wholeLine(each), text: "" })),
  );
}

/** The imports of a file as another one writes them, as far as a piece uses them. */
export function importsFor(
  source: ts.SourceFile,
  piece: string,
  from: string,
  to: string,
): readonly string[] {
  const used = namesIn(whole(piece));
  return importsOf(source)
    .filter((each) => namesOf(each).some((name) => used.has(name)))
    .map((each) => relocated(each, from, to));
}

/** A file's imports, relocated, in a source of their own with the piece that needs them. */
export function relocatedSource(
  source: ts.SourceFile,
  piece: string,
  from: string,
  to: string,
): ts.SourceFile {
  return createSource(to, importsFor(source, piece, from, to).join("\n"));
}

function importsOf(source: ts.SourceFile): readonly ts.ImportDeclaration[] {
  return source.statements.filter(ts.isImportDeclaration);
}

function namesOf({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  const named =
    bindings !== undefined && ts.isNamedImports(bindings)
      ? bindings.elements.map((each) => each.name.text)
      : [];
  return importClause?.name === undefined ? named : [importClause.name.text, ...named];
}

function isUsed(names: readonly string[], source: ts.SourceFile): boolean {
  const used = namesIn(source);
  return names.some((name) => used.has(name));
}

/** Names that code uses, as values or types; the names of members are none. */
function namesIn(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression);
    if (ts.isQualifiedName(node)) return visit(node.left);
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** A piece of code as a file that parses: members of a class stand in one. */
function whole(piece: string): ts.SourceFile {
  const plain = createSource("piece.ts", piece);
  return syntaxError(plain) === null ? plain : createSource("piece.ts", `class Piece {\n${piece}\n}`);
}
