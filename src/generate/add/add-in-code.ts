import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit } from "../../source/edit.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { Unclear } from "../rename/unclear.js";
import { FileAddition } from "./file-addition.js";
import { LiteralOwners } from "./literal-owners.js";
import type { NewField } from "./new-field.js";
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
): CodeAddition {
  const { program, paths } = valueProgram(backend, database, fields);
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
    const found = new FileAddition(program, owners, file, path).read();
    unclear.push(...found.unclear.map((each) => ({ ...each, path })));
    assumed.push(...found.assumed.map((each) => ({ ...each, path })));
    for (const dto of found.written) written.add(dto);
    if (found.splices.length === 0) continue;
    edits.push({ path, before, after: applySplices(before, found.splices) });
    reasons.set(path, found.reasons);
  }
  return { edits, reasons, unclear, assumed, written };
}
