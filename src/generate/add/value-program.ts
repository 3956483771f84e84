import { Reach } from "../../graph/reach/reach.js";
import { RowUsers } from "../../graph/reach/row-users.js";
import { programMaker, type TypedProgram } from "../../graph/types/typed-program.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { NewField } from "./new-field.js";

/**
 * A program of the files that name a model or a DTO of some fields, and of those they take their types from; and the
 * paths of the former in which values are made, DTO declarations and the SDK aside.
 */
export function valueProgram(
  backend: Backend,
  database: DatabaseSpec,
  fields: readonly NewField[],
): {
  readonly program: TypedProgram;
  readonly paths: readonly string[];
  /** Those, and the ones that call them on behalf of somebody. */
  readonly named: ReadonlySet<string>;
} {
  const reach = new Reach(backend);
  const users = new RowUsers(database, reach);
  const carrying = fields.flatMap(({ carriers }) => carriers.map(({ dto }) => dto.name));
  const dtos = new Set([...carrying.map(rootOf), ...holdersOf(carrying, backend, reach)]);
  const models = new Set(fields.map(({ model }) => model.name));
  const names = (path: string): boolean =>
    [...dtos].some((name) => reach.hasWord(path, name)) ||
    [...models].some((name) => backend.files.get(path)?.text?.includes(name) === true);
  const named = new Set([...reach.paths()].filter(names));
  const paths = [...named].filter((path) => classify(path) !== "dto" && classify(path) !== "sdk");
  if (fields.some(({ key }) => key?.maker != null)) addCallers(named, reach);
  const files = reach.closure(named);
  return { program: programMaker(backend, database)(files, users.modelsIn(files)), paths, named };
}

/**
 * DTOs that hold values of others, and those that hold them: a value may be made in a file that says nothing but what
 * the outermost is called.
 */
function holdersOf(names: readonly string[], backend: Backend, reach: Reach): ReadonlySet<string> {
  const files = [...reach.paths()].filter((path) => classify(path) === "dto");
  const exact = new RegExp(`\\b(?:${names.map((name) => name.replace(".", "\\.")).join("|")})\\b(?!\\.)`);
  const isHolder = (path: string): boolean => exact.test(backend.files.get(path)?.text ?? "");
  const found = new Set(names.length === 0 ? [] : files.filter(isHolder));
  for (const path of found)
    for (const other of files) if (reach.hasWord(other, baseName(path))) found.add(other);
  return new Set([...found].map(baseName));
}

function rootOf(name: string): string {
  return name.split(".")[0] ?? "";
}

function baseName(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.ts$/, "");
}

/** Who imports a collector, or a collector that calls it. */
function addCallers(named: Set<string>, reach: Reach): void {
  for (const path of named) {
    if (classify(path) !== "collector") continue;
    for (const user of reach.importersOf(path)) named.add(user);
  }
}
