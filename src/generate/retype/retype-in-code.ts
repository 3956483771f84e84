import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit } from "../../source/edit.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { NO_RENAMES } from "../../spec/renames.js";
import { hiddenNames } from "../rename/hidden-names.js";
import type { Unclear } from "../rename/unclear.js";
import { Occurrences } from "./occurrences.js";
import { programNaming } from "./program-naming.js";
import { RetypeFile } from "./retype-file.js";
import type { Retyping } from "./retyping.js";

export interface RetypedCode {
  readonly edits: readonly Edit[];
  /** Path → how the column is used there. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly unclear: readonly Unclear[];
  /** Properties of searches whose words are looked for in the column's text, so that they stay as they are. */
  readonly partial: ReadonlySet<string>;
}

/** Lets the places that read and write a column's values follow its new type. */
export function retypeInCode(backend: Backend, database: DatabaseSpec, retyping: Retyping): RetypedCode {
  const { field } = retyping;
  const { program, paths } = programNaming(backend, database, retyping);
  const occurrences = new Occurrences(program, retyping);
  // Equal values of tests get equal ones, in whatever file they stand.
  const examples = new Map<string, string>();
  const partial = new Set<string>();
  const edits: Edit[] = [];
  const reasons = new Map<string, string>();
  const unclear: Unclear[] = [];
  const name = `${field.model.name}.${field.name}`;
  const renames = { ...NO_RENAMES, fields: [{ from: name, to: name }] };
  // The files of the backend come first: what their defaults come to is what tests expect.
  const ordered = [...paths].sort((a, b) => Number(a.startsWith("test/")) - Number(b.startsWith("test/")));
  for (const path of ordered) {
    const file = program.file(path);
    const before = backend.files.get(path)?.text;
    if (file === undefined || typeof before !== "string") continue;
    const found = new RetypeFile(program, occurrences, retyping, file, path, examples, partial).read();
    const hidden = retyping.from === retyping.to ? [] : hiddenNames(program, file, renames, database);
    unclear.push(...[...found.unclear, ...hidden].map((each) => ({ path, ...each })));
    if (found.splices.size === 0) continue;
    edits.push({ path, before, after: applySplices(before, [...found.splices.values()]) });
    reasons.set(path, found.reason);
  }
  return { edits, reasons, unclear, partial };
}
