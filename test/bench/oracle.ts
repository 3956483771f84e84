import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildGraph } from "../../src/graph/build-graph.js";
import { impact } from "../../src/graph/questions/impact.js";
import { type Touch, touchName } from "../../src/graph/questions/touch.js";
import { readDatabase } from "../../src/spec/database/read-database.js";
import { readInterface } from "../../src/spec/interface/read-interface.js";
import { loadDirectory } from "./load-directory.js";
import { Checker } from "./oracle/checker.js";
import { type Mutation, mutationsOf } from "./oracle/mutation.js";
import { printTable, type Row } from "./oracle/print-table.js";
import { Scratch } from "./oracle/scratch.js";

const KINDS: readonly Touch["kind"][] = [
  "remove-model",
  "remove-field",
  "make-nullable",
  "add-required-field",
  "remove-property",
  "add-required-property",
];

const USAGE = `npm run oracle -- --backend DIR [--mutations N] [--kind KIND]… [--modules DIR] [--typescript DIR]… [--verbose]

Mutates the schema or a DTO, generates the Prisma client again, checks the whole program with the backend's own
compiler, and compares the files that have more errors than before with what the graph says.
  --mutations N     at most N of each kind (default 10), always the same ones
  --modules DIR     the backend's node_modules (default: in DIR)
  --typescript DIR  compilers to ask instead of the backend's own; their findings are united`;

main();

function main(): void {
  const { values } = parseArgs({
    options: {
      backend: { type: "string" },
      mutations: { type: "string", default: "10" },
      modules: { type: "string" },
      kind: { type: "string", multiple: true },
      typescript: { type: "string", multiple: true },
      verbose: { type: "boolean", default: false },
    },
  });
  if (values.backend === undefined) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const directory = resolve(values.backend);
  const modules = resolve(values.modules ?? join(directory, "node_modules"));
  const compilers = (values.typescript ?? [join(modules, "typescript")]).map((path) => resolve(path));
  const kinds = KINDS.filter((kind) => values.kind === undefined || values.kind.includes(kind));
  const rows = measure(directory, modules, compilers, kinds, Number(values.mutations), values.verbose);
  printTable(rows);
  process.exitCode = rows.some(({ missed }) => missed.length > 0) ? 1 : 0;
}

function measure(
  directory: string,
  modules: string,
  compilers: readonly string[],
  kinds: readonly Touch["kind"][],
  limit: number,
  verbose: boolean,
): readonly Row[] {
  const backend = loadDirectory(directory);
  const database = readDatabase(backend);
  const { dtos } = readInterface(backend, database);
  const graph = buildGraph(backend);
  const scratch = new Scratch(backend, modules);
  try {
    if (!scratch.generate()) throw new Error("Prisma does not accept the schema as it is");
    const checkers = compilers.map((each) => new Checker(scratch.directory, each, scratch.generated()));
    const base = checkers.map((checker) => checker.errors());
    const own = new Set(checkers.flatMap((checker) => checker.ownFiles()));
    console.log(
      `${directory}: ${own.size} files, TypeScript ${checkers.map(({ version }) => version).join(" + ")}, ` +
        `${sum(base[0])} errors before any mutation`,
    );
    return kinds.map((kind) => {
      const row: Row = { kind, mutations: 0, invalid: 0, broken: 0, told: 0, missed: [] };
      for (const mutation of mutationsOf(kind, backend, database, dtos).slice(0, limit)) {
        const broken = breakSet(mutation, scratch, checkers, base);
        if (broken === null) {
          row.invalid++;
          continue;
        }
        const touched = new Set(mutation.edits.map(({ path }) => path));
        const told = [...impact(graph, [mutation.touch]).keys()].filter(
          (path) => own.has(path) && !touched.has(path),
        );
        const really = [...broken].filter((path) => !touched.has(path));
        const missed = really.filter((path) => !told.includes(path));
        row.mutations++;
        row.broken += really.length;
        row.told += told.length;
        row.missed.push(...missed.map((path) => `${touchName(mutation.touch)}: ${path}`));
        if (verbose) {
          const extra = told.filter((path) => !really.includes(path));
          console.log(`${kind} ${touchName(mutation.touch)}: ${really.length} break, ${told.length} told`);
          for (const path of missed) console.log(`  missed ${path}`);
          for (const path of extra) console.log(`  extra ${path}`);
        }
      }
      return row;
    });
  } finally {
    scratch.remove();
  }
}

/** Files with more errors than before; null if Prisma rejects the mutated schema. */
function breakSet(
  { edits }: Mutation,
  scratch: Scratch,
  checkers: readonly Checker[],
  base: readonly ReadonlyMap<string, number>[],
): ReadonlySet<string> | null {
  const schema = edits.some(({ path }) => path.endsWith(".prisma"));
  const paths = edits.map(({ path }) => path);
  if (!schema && scratch.restore()) for (const checker of checkers) checker.changed([], true);
  scratch.apply(edits);
  try {
    if (schema && !scratch.generate()) return null;
    const broken = new Set<string>();
    for (const [index, checker] of checkers.entries()) {
      checker.changed(paths, schema);
      for (const [path, count] of checker.errors())
        if (count > (base[index]?.get(path) ?? 0)) broken.add(path);
    }
    return broken;
  } finally {
    scratch.revert(edits);
    for (const checker of checkers) checker.changed(paths, schema);
  }
}

function sum(errors: ReadonlyMap<string, number> | undefined): number {
  return [...(errors?.values() ?? [])].reduce((total, count) => total + count, 0);
}
