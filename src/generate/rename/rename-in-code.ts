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
import { membersOf } from "../names/members.js";
import { meaningsOf, shorthandTargets } from "../names/resolve.js";
import { type Declared, type NewName, NewNames } from "./new-names.js";
import { linkSplices } from "../../spec/database/rename-fields.js";
import { linkSplices as modelLinkSplices } from "../../spec/database/rename-models.js";
import { hiddenNames } from "./hidden-names.js";
import type { Unclear } from "./unclear.js";

export interface CodeRename {
  readonly edits: readonly Edit[];
  /** Path → member under its old name → how it is used there. */
  readonly reasons: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly unclear: readonly Unclear[];
}

/** What a change renames beside the members of the two specs. */
export interface MoreNames {
  /** Words of which one stands in every file that declares or uses such a thing. */
  readonly words: ReadonlySet<string>;
  readonly declared: (program: TypedProgram) => Declared;
  /** Path → places that follow although no name of the code stands there: comments, strings. */
  readonly texts: ReadonlyMap<string, readonly Splice[]>;
  /** Why those are touched. */
  readonly because: readonly [cause: string, how: string] | null;
}

export const NO_MORE: MoreNames = {
  words: new Set(),
  declared: () => new Map(),
  texts: new Map(),
  because: null,
};

/** Follows new names through the TypeScript files. Only names that mean a renamed thing are touched. */
export function renameInCode(
  backend: Backend,
  database: DatabaseSpec,
  api: InterfaceSpec,
  renames: Renames,
  more: MoreNames = NO_MORE,
): CodeRename {
  const program = programOfRenames(backend, database, renames, more.words);
  const names = new NewNames(program, database, api, renames, more.declared(program));
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
      const renamed = renameInFile(program, names, file);
      found.set(path, renamed);
      again ||= renamed.grown;
    }
  }
  const dtos = [...api.dtos.values()];
  const fields = nameMap(renames.fields);
  const models = nameMap(renames.models);
  const edits: Edit[] = [];
  const reasons = new Map<string, ReadonlyMap<string, string>>();
  const unclear: Unclear[] = [];
  const looked = new Map(files);
  for (const path of new Set([...looked.keys(), ...more.texts.keys()])) {
    const [renamed, file] = [found.get(path), looked.get(path)];
    const before = backend.files.get(path)?.text;
    if (typeof before !== "string") continue;
    const hidden = file === undefined ? [] : hiddenNames(program, file, renames, database);
    unclear.push(...[...(renamed?.unclear ?? []), ...hidden].map((each) => ({ ...each, path })));
    const own = dtos.filter((dto) => dto.path === path);
    const texts = [
      ...own.flatMap((dto) => tagSplices(before, dto, fields)),
      ...linkSplices(before, fields),
      ...modelTagSplices(before, models),
      ...modelLinkSplices(before, models),
      ...(more.texts.get(path) ?? []),
    ];
    const all = [...(renamed?.splices ?? []), ...texts];
    if (all.length === 0) continue;
    edits.push({ path, before, after: applySplices(before, all) });
    const why = new Map(renamed?.reasons);
    if (why.size === 0) why.set(...(more.because ?? spokenOf(renames)));
    reasons.set(path, why);
  }
  return { edits, reasons, unclear };
}

/** A program of the files in which an old name stands, and of those they take their types from. */
function programOfRenames(
  backend: Backend,
  database: DatabaseSpec,
  renames: Renames,
  words: ReadonlySet<string>,
): TypedProgram {
  const reach = new Reach(backend);
  const members = [...renames.fields, ...renames.properties, ...renames.models].map(({ from }) => from);
  const old = new Set([...words, ...members.map((name) => name.slice(name.lastIndexOf(".") + 1))]);
  const named = [...reach.paths()].filter((path) => mentions(backend.files.get(path)?.text ?? "", old));
  const files = reach.closure(named);
  return programMaker(backend, database)(files, new RowUsers(database, reach).modelsIn(files));
}

function mentions(text: string, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => text.includes(name));
}

/** What a file that only speaks of the renamed things has to do with them. */
function spokenOf({ models, fields }: Renames): readonly [string, string] {
  return [(models[0] ?? fields[0])?.from ?? "the change", "speaks of"];
}

interface FileRename {
  readonly splices: readonly Splice[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly unclear: readonly Omit<Unclear, "path">[];
  /** Whether a key was renamed whose readers may stand anywhere. */
  readonly grown: boolean;
}

function renameInFile(program: TypedProgram, names: NewNames, file: ts.SourceFile): FileRename {
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
      const key = clear(node, names.of(shorthandTargets(parent, program), node.text));
      const value = clear(node, names.of(meaningsOf(node, program), node.text));
      const now = value?.text ?? node.text;
      const made = key ?? value;
      if (made === null) return;
      replace(node, made, key?.text === now ? now : `${key?.text ?? node.text}: ${now}`);
      if (key === null) return;
      grown = declareKey(parent, key, program, names) || grown;
      return;
    }
    const name = clear(node, names.of(meaningsOf(node, program), node.text));
    if (name === null) return;
    const binds = ts.isBindingElement(parent) && parent.name === node && parent.propertyName === undefined;
    replace(node, name, binds ? `${name.text}: ${node.text}` : name.text);
    if (ts.isPropertyAssignment(parent) && parent.name === node)
      grown = declareKey(parent, name, program, names) || grown;
  };
  const clear = (node: ts.Node, name: NewName | null | "both"): NewName | null => {
    if (name !== "both") return name;
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
    unclear.push({ line, why: `"${node.getText(file)}" may mean the renamed member or another one` });
    return null;
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || isMemberName(node)) && names.concerns(node.text)) settle(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { splices, reasons, unclear, grown };
}

/** A renamed key, with the member of the type that its object has by hand: `const data: { title?: string } = { … }`. */
function declareKey(
  key: ts.PropertyAssignment | ts.ShorthandPropertyAssignment,
  name: NewName,
  program: TypedProgram,
  names: NewNames,
): boolean {
  const { checker } = program;
  const file = key.getSourceFile();
  const members = membersOf(checker.getContextualType(key.parent) ?? null, key.name.getText(), checker);
  const written = members
    .flatMap(({ declarations }) => declarations ?? [])
    .filter((each) => ts.isPropertySignature(each) && each.getSourceFile() === file);
  return [key, ...written].map((each) => names.declare(each, name)).includes(true);
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

/** The tags that link DTOs to their models, in comments and in types. */
function modelTagSplices(text: string, models: NameMap): readonly Splice[] {
  return [...text.matchAll(MODEL_TAG)].flatMap((match) => {
    const [, before = "", name = ""] = match;
    const to = models.get(name);
    const start = match.index + before.length;
    return to === undefined ? [] : [{ start, end: start + name.length, text: to }];
  });
}

const MODEL_TAG = /(x-autobe-(?:database|prisma)-schema(?![\w-])"?:?[^\S\n]+["'`]?)(\w+)/g;
