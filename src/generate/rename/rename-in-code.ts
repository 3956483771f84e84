import { ts } from "ts-morph";
import { Reach } from "../../graph/reach/reach.js";
import { RowUsers } from "../../graph/reach/row-users.js";
import { programMaker, type TypedProgram } from "../../graph/types/typed-program.js";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { Dto, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { type NameMap, nameMap, type Renames } from "../../spec/renames.js";
import { isMemberName } from "../names/member-names.js";
import { meaningsOf, shorthandTargets } from "../names/resolve.js";
import { type NewName, NewNames } from "./new-names.js";
import { linkSplices } from "../../spec/database/rename-fields.js";
import { hiddenNames } from "./hidden-names.js";
import type { Unclear } from "./unclear.js";

export interface CodeRename {
  readonly edits: readonly Edit[];
  /** Path → member under its old name → how it is used there. */
  readonly reasons: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly unclear: readonly Unclear[];
}

/** Follows new names through the TypeScript files. Only names that mean a renamed member are touched. */
export function renameInCode(
  backend: Backend,
  database: DatabaseSpec,
  api: InterfaceSpec,
  renames: Renames,
): CodeRename {
  const program = programOfRenames(backend, database, renames);
  const names = new NewNames(program, database, api, renames);
  const old = names.oldNames();
  const files = [...backend.files.keys()].flatMap((path): [string, ts.SourceFile][] => {
    const file = program.file(path);
    return file !== undefined && mentions(file.text, old) ? [[path, file]] : [];
  });
  const found = new Map<string, FileRename>();
  // A renamed key may be read back from its own object, in this file or another.
  for (let again = true; again;) {
    again = false;
    for (const [path, file] of files) {
      const renamed = renameInFile(program, names, file, old);
      found.set(path, renamed);
      again ||= renamed.grown;
    }
  }
  const dtos = [...api.dtos.values()];
  const fields = nameMap(renames.fields);
  const edits: Edit[] = [];
  const reasons = new Map<string, ReadonlyMap<string, string>>();
  const unclear: Unclear[] = [];
  for (const [path, file] of files) {
    const renamed = found.get(path);
    const before = backend.files.get(path)?.text;
    if (renamed === undefined || typeof before !== "string") continue;
    const hidden = hiddenNames(program, file, renames);
    unclear.push(...[...renamed.unclear, ...hidden].map((each) => ({ ...each, path })));
    const own = dtos.filter((dto) => dto.path === path);
    const splices = [...renamed.splices, ...own.flatMap((dto) => tagSplices(before, dto, fields))];
    const all = [...splices, ...linkSplices(before, fields)];
    if (all.length === 0) continue;
    edits.push({ path, before, after: applySplices(before, all) });
    reasons.set(path, renamed.reasons);
  }
  return { edits, reasons, unclear };
}

/** A program of the files in which an old name stands, and of those they take their types from. */
function programOfRenames(backend: Backend, database: DatabaseSpec, renames: Renames): TypedProgram {
  const reach = new Reach(backend);
  const members = [...renames.fields, ...renames.properties].map(({ from }) => from);
  const old = new Set(members.map((name) => name.slice(name.lastIndexOf(".") + 1)));
  const named = [...reach.paths()].filter((path) => mentions(backend.files.get(path)?.text ?? "", old));
  const files = reach.closure(named);
  return programMaker(backend, database)(files, new RowUsers(database, reach).modelsIn(files));
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => text.includes(name));
}

interface FileRename {
  readonly splices: readonly Splice[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly unclear: readonly Omit<Unclear, "path">[];
  /** Whether a key was renamed whose readers may stand anywhere. */
  readonly grown: boolean;
}

function renameInFile(
  program: TypedProgram,
  names: NewNames,
  file: ts.SourceFile,
  old: ReadonlySet<string>,
): FileRename {
  const splices: Splice[] = [];
  const reasons = new Map<string, string>();
  const unclear: Omit<Unclear, "path">[] = [];
  let grown = false;
  const replace = (node: ts.Node, name: NewName, text: string): void => {
    const quote = ts.isStringLiteralLike(node) ? 1 : 0;
    splices.push({ start: node.getStart(file) + quote, end: node.end - quote, text });
    if (!reasons.has(name.cause)) reasons.set(name.cause, name.how);
  };
  const settle = (node: ts.Identifier | ts.StringLiteralLike): void => {
    const parent = node.parent;
    if (ts.isShorthandPropertyAssignment(parent)) {
      const key = clear(node, names.of(shorthandTargets(parent, program)));
      if (key === null) return;
      replace(node, key, `${key.text}: ${node.text}`);
      grown = names.declare(parent, key) || grown;
      return;
    }
    const name = clear(node, names.of(meaningsOf(node, program)));
    if (name === null) return;
    const binds = ts.isBindingElement(parent) && parent.name === node && parent.propertyName === undefined;
    replace(node, name, binds ? `${name.text}: ${node.text}` : name.text);
    if (ts.isPropertyAssignment(parent) && parent.name === node) grown = names.declare(parent, name) || grown;
  };
  const clear = (node: ts.Node, name: NewName | null | "both"): NewName | null => {
    if (name !== "both") return name;
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    unclear.push({ line, why: `"${node.getText(file)}" may mean the renamed member or another one` });
    return null;
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || isMemberName(node)) && old.has(node.text)) settle(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { splices, reasons, unclear, grown };
}

/** The tags that link properties to their columns. */
function tagSplices(text: string, dto: Dto, fields: NameMap): readonly Splice[] {
  return dto.properties.flatMap(({ column, span }) => {
    const to = column === null ? undefined : fields.get(`${dto.model}.${column}`);
    if (to === undefined || column === null) return [];
    const tag = new RegExp(`(-schema-property(?![\\w-]):?[^\\S\\n]+["'\`]?)${column}\\b`);
    const match = tag.exec(text.slice(span.start, span.end));
    if (match === null) return [];
    const start = span.start + match.index + (match[1] as string).length;
    return [{ start, end: start + column.length, text: to }];
  });
}
