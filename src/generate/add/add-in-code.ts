import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import type { PlacedSplice } from "../../source/splice-files.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { Unclear } from "../rename/unclear.js";
import type { Actor } from "../create/conventions/actors.js";
import { FileAddition } from "./file-addition.js";
import { LiteralOwners } from "./literal-owners.js";
import { addImport } from "./add-import.js";
import { Makers } from "./makers.js";
import type { NewField } from "./new-field.js";
import { relativeTo } from "../create/code/import-header.js";
import { valueProgram } from "./value-program.js";

export interface CodeAddition {
  readonly edits: readonly Edit[];
  /** Path → new member → how it is used there. */
  readonly reasons: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly unclear: readonly Unclear[];
  /** Places that show the default because they have no row. */
  readonly assumed: readonly Unclear[];
  /** DTOs whose values reach a query: "IBbsArticle.ICreate". */
  readonly written: ReadonlySet<string>;
}

/** Carries the values of new fields through queries, mappings and helpers. DTO declarations are not touched here. */
export function addInCode(
  backend: Backend,
  database: DatabaseSpec,
  fields: readonly NewField[],
  actors: readonly Actor[] = [],
  checks: readonly PlacedSplice[] = [],
): CodeAddition {
  const { program, paths, named } = valueProgram(backend, database, fields);
  const makers = new Makers(program, named, actors);
  const modular = [...backend.files.keys()].some((path) => path.startsWith("src/collectors/"));
  const splices = new Map<string, Splice[]>();
  const owners = new LiteralOwners(program, fields);
  const edits: Edit[] = [];
  const reasons = new Map<string, ReadonlyMap<string, string>>();
  const unclear: Unclear[] = [];
  const assumed: Unclear[] = [];
  const written = new Set<string>();
  for (const path of paths) {
    const file = program.file(path);
    const before = backend.files.get(path)?.text;
    if (file === undefined || typeof before !== "string") continue;
    const usual = modular ? "connect" : "column";
    const found = new FileAddition(program, owners, file, path, makers, usual).read();
    unclear.push(...found.unclear.map((each) => ({ path, ...each })));
    assumed.push(...found.assumed.map((each) => ({ ...each, path })));
    for (const dto of found.written) written.add(dto);
    if (found.splices.length === 0) continue;
    const imports = [...found.needed].map(([name, from]) =>
      addImport(file, name, from.includes("/") ? relativeTo(path, from.replace(/\.ts$/, "")) : from),
    );
    splices.set(path, [...found.splices, ...imports.filter((each) => each !== null)]);
    reasons.set(path, found.reasons);
  }
  for (const { path, ...check } of checks) {
    splices.set(path, [check, ...(splices.get(path) ?? [])]);
    if (!reasons.has(path)) reasons.set(path, new Map(fields.flatMap(checked)));
  }
  for (const [path, all] of makers.splices()) {
    splices.set(path, [...(splices.get(path) ?? []), ...all]);
    if (!reasons.has(path)) reasons.set(path, new Map(fields.flatMap(handsDown)));
  }
  for (const [path, all] of splices) {
    const before = backend.files.get(path)?.text ?? "";
    edits.push({ path, before, after: applySplices(before, all) });
  }
  return { edits, reasons, unclear, assumed, written };
}

function handsDown({ model, name, key }: NewField): readonly (readonly [string, string])[] {
  return key?.maker == null ? [] : [[`${model.name}.${name}`, "hands down"]];
}

function checked({ model, name, key }: NewField): readonly (readonly [string, string])[] {
  return key === undefined ? [] : [[`${model.name}.${name}`, "checks"]];
}
