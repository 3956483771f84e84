import { posix } from "node:path";
import { ts } from "ts-morph";
import type { BackendFile } from "../../../source/backend.js";
import { parseTypescript } from "../../../source/parse-typescript.js";

/** What a new file imports of its own, by what it is; everything else it imports as its neighbour does. */
export interface OwnImports {
  readonly structures?: readonly string[];
  readonly payloads?: readonly string[];
  readonly decorators?: readonly string[];
  readonly providers?: readonly string[];
  readonly collectors?: readonly string[];
  readonly transformers?: readonly string[];
  readonly helpers?: readonly string[];
}

type Slot = keyof OwnImports;

const SLOTS: readonly (readonly [RegExp, Slot])[] = [
  [/\/structures\/\w+$/, "structures"],
  [/^src\/decorators\/payload\//, "payloads"],
  [/^src\/decorators\//, "decorators"],
  [/^src\/providers\//, "providers"],
  [/^src\/collectors\//, "collectors"],
  [/^src\/transformers\//, "transformers"],
  [/^test\/(authorize|generate|prepare)\//, "helpers"],
];

/**
 * The imports of a new file in the order, the groups and the manner of a neighbour's. `own` holds names for structures
 * and paths from the root for the rest; the last part of a path is what is imported.
 */
export function importHeader(neighbour: BackendFile, path: string, own: OwnImports): string {
  const lines: string[] = [];
  const printed = new Set<Slot>();
  let blank = false;
  for (const statement of parseTypescript(neighbour).statements.filter(ts.isImportDeclaration)) {
    blank ||= blankAbove(statement);
    const place = placeOf(statement, neighbour.path);
    const slot = SLOTS.find(([pattern]) => pattern.test(place))?.[1];
    if (slot !== undefined && printed.has(slot)) continue;
    if (slot !== undefined) printed.add(slot);
    const added =
      slot === undefined
        ? [relocated(statement, neighbour.path, path)]
        : slotLines(slot, own, path, statement, neighbour);
    if (added.length === 0) continue;
    if (blank && lines.length > 0) lines.push("");
    lines.push(...added);
    blank = false;
  }
  const missing = SLOTS.map(([, slot]) => slot).filter((slot) => !printed.has(slot));
  return [...lines, ...missing.flatMap((slot) => slotLines(slot, own, path, null, neighbour))].join("\n");
}

function slotLines(
  slot: Slot,
  own: OwnImports,
  path: string,
  like: ts.ImportDeclaration | null,
  neighbour: BackendFile,
): readonly string[] {
  const wanted = own[slot] ?? [];
  if (slot !== "structures")
    return wanted.map((each) => `import { ${posix.basename(each)} } from "${relativeTo(path, each)}";`);
  const specifier = like === null ? "" : specifierOf(like);
  const folder = specifier.startsWith(".")
    ? relativeTo(path, posix.dirname(posix.join(posix.dirname(neighbour.path), specifier)))
    : posix.dirname(specifier);
  const type = like?.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? "type " : "";
  const base = like === null ? relativeTo(path, "src/api/structures") : folder;
  const sorted = isSorted(neighbour) ? [...wanted].sort() : wanted;
  return sorted.map((name) => `import ${type}{ ${name} } from "${base}/${name}";`);
}

/** Whether a file imports its structures by the alphabet. */
function isSorted(file: BackendFile): boolean {
  const names = parseTypescript(file)
    .statements.filter(ts.isImportDeclaration)
    .map(specifierOf)
    .filter((each) => /\/structures\/\w+$/.test(each));
  return names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);
}

/** Path from the root for what is imported relatively, the specifier itself for the rest. */
function placeOf(statement: ts.ImportDeclaration, from: string): string {
  const specifier = specifierOf(statement);
  return specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier) : specifier;
}

/** An import as it has to be written in a file elsewhere. */
export function relocated(statement: ts.ImportDeclaration, from: string, to: string): string {
  const specifier = specifierOf(statement);
  if (!specifier.startsWith(".")) return statement.getText();
  const place = posix.join(posix.dirname(from), specifier);
  return statement.getText().replace(statement.moduleSpecifier.getText(), `"${relativeTo(to, place)}"`);
}

export function relativeTo(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith(".") ? path : `./${path}`;
}

function specifierOf(statement: ts.ImportDeclaration): string {
  return ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
}

function blankAbove(statement: ts.ImportDeclaration): boolean {
  const text = statement.getSourceFile().text;
  return /\n[^\S\n]*\r?\n/.test(text.slice(statement.getFullStart(), statement.getStart()));
}
