import { getLibFiles } from "@ts-morph/common";
import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { importResolver } from "../../source/resolve-import.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { modelMatcher } from "../../spec/interface/match-model.js";
import { lazy } from "../../util/lazy.js";
import { AMBIENT_MODULES } from "./ambient-typings.js";
import { printPrismaTypings, type PrismaRole, type PrismaTypings } from "./prisma-typings.js";

export type { PrismaRole };

/**
 * TypeScript files of a backend with a checker, made from text alone: no installation, no disk. Prisma's client and
 * the few packages that carry types along are replaced by small typings; other packages are `any`, and so is what
 * files export that are left out. It serves to say what a name refers to, never to say whether the code is right.
 */
export interface TypedProgram {
  readonly checker: ts.TypeChecker;
  readonly prisma: PrismaTypings;
  /** Type of a row of a model, of a list of its rows, or of what its queries take. */
  typeOf(model: string, what: PrismaShape): ts.Type | null;
  /** The model that a DTO is named after. */
  modelOfDto(name: string): string | null;
  /** A file of the program by its path in the backend. */
  file(path: string): ts.SourceFile | undefined;
  /** Path of a source file of the backend; null for typings. */
  pathOf(file: ts.SourceFile): string | null;
}

export type PrismaShape = "row" | "rows" | "args";

/** Where the typings of the Prisma client stand in the program. */
export const PRISMA_TYPINGS = "/typings/prisma.ts";
const LIBS = "/libs/";

/** Makes programs of any part of a backend with the typings of some of its models. Each file is parsed once. */
export function programMaker(
  backend: Backend,
  database: DatabaseSpec,
): (paths: ReadonlySet<string>, models: ReadonlySet<string>) => TypedProgram {
  const resolveImport = importResolver(backend);
  const match = modelMatcher(database.models.keys());
  return (paths, models) => {
    const prisma = printPrismaTypings(database, models);
    const client = ts.createSourceFile(PRISMA_TYPINGS, prisma.text, ts.ScriptTarget.ES2022, true);
    const resolve: Resolver = (specifier, containing) => {
      if (/^@prisma\/(client|sdk)/.test(specifier)) return PRISMA_TYPINGS;
      if (AMBIENT_MODULES.has(specifier)) return ambientPath(specifier);
      const found = resolveImport(containing, specifier);
      if (found !== null) return paths.has(found) ? found : null;
      return specifier.startsWith(".") && /prisma/i.test(specifier) ? PRISMA_TYPINGS : null;
    };
    const getSourceFile = (path: string): ts.SourceFile | undefined => {
      const own = paths.has(path) ? backend.files.get(path) : undefined;
      if (own !== undefined) return parseTypescript(own);
      return path === PRISMA_TYPINGS ? client : fixedFile(path);
    };
    const host = createHost(getSourceFile, resolve);
    const program = ts.createProgram({ rootNames: [...paths], options: OPTIONS, host });
    const checker = program.getTypeChecker();
    const types = clientTypes(client, checker);
    return {
      checker,
      prisma,
      modelOfDto: match,
      typeOf: (model, what) => types(`${model}_${SHAPES[what]}`),
      file: (path) => (paths.has(path) ? program.getSourceFile(path) : undefined),
      pathOf: ({ fileName }) => (fileName.startsWith("/") ? null : fileName),
    };
  };
}

const SHAPES: Readonly<Record<PrismaShape, string>> = { row: "Row", rows: "Rows", args: "Args" };

/** Looks up types of the client's typings by name. */
function clientTypes(
  file: ts.SourceFile | undefined,
  checker: ts.TypeChecker,
): (name: string) => ts.Type | null {
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  const types = lazy(
    () =>
      new Map(module === undefined ? [] : checker.getExportsOfModule(module).map((one) => [one.name, one])),
  );
  return (name) => {
    const symbol = types().get(name);
    return symbol === undefined ? null : checker.getDeclaredTypeOfSymbol(symbol);
  };
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  strict: true,
  noLib: false,
  lib: ["lib.es2022.d.ts"],
  types: [],
  esModuleInterop: true,
  experimentalDecorators: true,
  skipLibCheck: true,
};

function createHost(
  getSourceFile: (path: string) => ts.SourceFile | undefined,
  resolve: Resolver,
): ts.CompilerHost {
  return {
    getSourceFile,
    getDefaultLibFileName: () => `${LIBS}lib.es2022.d.ts`,
    getDefaultLibLocation: () => LIBS.slice(0, -1),
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => getSourceFile(path) !== undefined,
    readFile: (path) => getSourceFile(path)?.text,
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map((literal) => {
        // The compiler makes paths absolute; those of the backend are relative to its root.
        const path = resolve(literal.text, containing.replace(/^\//, ""));
        return {
          resolvedModule:
            path === null
              ? undefined
              : { resolvedFileName: path, extension: ts.Extension.Ts, isExternalLibraryImport: false },
        };
      }),
  };
}

type Resolver = (specifier: string, containing: string) => string | null;

let libraries: Map<string, string> | null = null;
const fixedFiles = new Map<string, ts.SourceFile>();

/** The compiler's libraries and our typings never change, so one parse serves every program of the process. */
function fixedFile(path: string): ts.SourceFile | undefined {
  let file = fixedFiles.get(path);
  if (file !== undefined) return file;
  libraries ??= new Map([
    ...getLibFiles().map(({ fileName, text }) => [LIBS + fileName, text] as const),
    ...[...AMBIENT_MODULES].map(([name, text]) => [ambientPath(name), text] as const),
  ]);
  const text = libraries.get(path);
  if (text === undefined) return undefined;
  file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  fixedFiles.set(path, file);
  return file;
}

function ambientPath(name: string): string {
  return `/typings/${name}.ts`;
}
