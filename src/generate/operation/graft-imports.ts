import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { usesName } from "../add/uses-name.js";

/**
 * The imports that a piece of code needs in a file that it is put into: what the file of its own that it was printed
 * in imports, as far as the piece uses it and the file has nothing of the name.
 */
export function graftImports(file: ts.SourceFile, printed: ts.SourceFile, piece: string): readonly Splice[] {
  const eol = eolOf(file.text);
  const known = new Set(importsOf(file).flatMap(namesOf));
  const splices: Splice[] = [];
  const lines = new Map<number, string[]>();
  for (const wanted of importsOf(printed)) {
    const missing = namesOf(wanted).filter((name) => !known.has(name) && usesName(piece, name));
    if (missing.length === 0) continue;
    const place = specifierOf(wanted);
    const same = importsOf(file).find((each) => specifierOf(each) === place && sameKind(each, wanted));
    const list = same?.importClause?.namedBindings;
    if (list !== undefined && ts.isNamedImports(list) && wanted.importClause?.name === undefined) {
      splices.push(withNames(list, missing));
      continue;
    }
    const anchor = anchorFor(place, file);
    if (anchor === null) continue;
    const { at, before } = anchor;
    const text = wanted.getText().replaceAll("\n", eol);
    if (before) splices.push({ start: at, end: at, text: `${text}${eol}` });
    else {
      // The first of the own files stands apart from the packages above it.
      const apart = anchor.apart && !lines.has(at) ? eol : "";
      lines.set(at, [...(lines.get(at) ?? []), `${apart}${eol}${text}`]);
    }
  }
  return [...splices, ...[...lines].map(([at, texts]) => ({ start: at, end: at, text: texts.join("") }))];
}

/** Behind what comes from the same folder, by the alphabet where the file keeps to it; else behind all imports. */
function anchorFor(
  place: string,
  file: ts.SourceFile,
): { readonly at: number; readonly before: boolean; readonly apart: boolean } | null {
  const folder = place.slice(0, place.lastIndexOf("/"));
  const alike = importsOf(file).filter((each) => {
    const own = specifierOf(each);
    return place.startsWith(".") ? own.slice(0, own.lastIndexOf("/")) === folder : own === place;
  });
  const sorted = alike.every(
    (each, at) => at === 0 || specifierOf(alike[at - 1] as typeof each) <= specifierOf(each),
  );
  const above = sorted ? alike.filter((each) => specifierOf(each) <= place).at(-1) : alike.at(-1);
  if (above !== undefined) return { at: above.end, before: false, apart: false };
  const [first] = alike;
  if (first !== undefined) return { at: first.getStart(file), before: true, apart: false };
  const last = importsOf(file).at(-1);
  if (last === undefined) return null;
  return { at: last.end, before: false, apart: place.startsWith(".") && !specifierOf(last).startsWith(".") };
}

function withNames(list: ts.NamedImports, missing: readonly string[]): Splice {
  const own = list.elements.map((each) => each.getText());
  const sorted = own.every((name, at) => at === 0 || (own[at - 1] ?? "") <= name);
  const all = [...own, ...missing];
  const text = `{ ${(sorted ? all.sort() : all).join(", ")} }`;
  return { start: list.getStart(), end: list.end, text };
}

function sameKind(left: ts.ImportDeclaration, right: ts.ImportDeclaration): boolean {
  return left.importClause?.phaseModifier === right.importClause?.phaseModifier;
}

function importsOf(file: ts.SourceFile): readonly ts.ImportDeclaration[] {
  return file.statements.filter(ts.isImportDeclaration);
}

function namesOf({ importClause }: ts.ImportDeclaration): readonly string[] {
  const bindings = importClause?.namedBindings;
  const named =
    bindings === undefined
      ? []
      : ts.isNamedImports(bindings)
        ? bindings.elements.map((each) => each.name.text)
        : [bindings.name.text];
  return importClause?.name === undefined ? named : [importClause.name.text, ...named];
}

function specifierOf(statement: ts.ImportDeclaration): string {
  return ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
}
