import { Reach } from "../../graph/reach/reach.js";
import { RowUsers } from "../../graph/reach/row-users.js";
import { programMaker, type TypedProgram } from "../../graph/types/typed-program.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { Carried } from "./occurrences.js";

/** A program of the files in which the column or a property that carries it is named, and the paths of those with code. */
export function programNaming(
  backend: Backend,
  database: DatabaseSpec,
  { field, carried }: Carried,
): { readonly program: TypedProgram; readonly paths: readonly string[] } {
  const reach = new Reach(backend);
  const own = [field.name, ...carried.map(({ property }) => property)];
  const names = [...new Set(own)].filter((name) => name !== "");
  const named = [...reach.paths()].filter((path) => {
    const text = backend.files.get(path)?.text ?? "";
    // What is spread is not named.
    const spreads = text.includes(field.model.name) && /\.\.\.[\w(]/.test(text);
    return spreads || names.some((name) => text.includes(name));
  });
  const files = reach.closure(named);
  const program = programMaker(backend, database)(files, new RowUsers(database, reach).modelsIn(files));
  return { program, paths: named.filter((path) => !["dto", "sdk"].includes(classify(path))) };
}
