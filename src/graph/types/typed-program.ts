import { getLibFiles } from "@ts-morph/common";
import { ts } from "ts-morph";
import { posix } from "node:path";
import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { lazy } from "../../util/lazy.js";
import { AMBIENT_MODULES } from "./ambient-typings.js";
import { printPrismaTypings, type PrismaRole, type PrismaTypings } from "./prisma-typings.js";

export type { PrismaRole };

/**
 * The TypeScript files of a backend with a checker, made from text alone: no installation, no disk. Prisma's
 * client and the few packages that carry types along are replaced by small typings; other packages are `any`.
 * It serves to say what a name refers to, never to say whether the code is right.
 */
export interface TypedProgram {
  readonly checker: ts.TypeChecker;
  /** Own files only, by path. */
  readonly files: ReadonlyMap<string, ts.SourceFile>;
  readonly prisma: PrismaTypings;
  /** Type of a row of a model, of a list of its rows, or of what its queries take. */
  typeOf(model: string, what: PrismaShape): ts.Type | null;
  /** Path of a source file of the backend; null for typings. */
  pathOf(file: ts.SourceFile): string | null;
}

export type PrismaShape = "row" | "rows" | "args";

const ROOT = "/backend/";
/** Where the typings of the Prisma client stand in the program. */
export const PRISMA_TYPINGS = "/typings/prisma.ts";
const LIBS = "/libs/";

export function createTypedProgram(backend: Backend, database: DatabaseSpec): TypedProgram {
  const prisma = printPrismaTypings(database);
  const texts = new Map<string, string>([[PRISMA_TYPINGS, prisma.text]]);
  for (const [name, text] of AMBIENT_MODULES) texts.set(ambientPath(name), text);
  const roots: string[] = [];
  for (const file of backend.files.values()) {
    if (file.text === null || !/\.ts$/.test(file.path) || /\.d\.ts$/.test(file.path)) continue;
    if (!/^(src|test)\//.test(file.path)) continue;
    texts.set(ROOT + file.path, file.text);
    roots.push(ROOT + file.path);
  }
  const host = createHost(texts, createResolver(backend, texts));
  const program = ts.createProgram({ rootNames: roots, options: OPTIONS, host });
  const files = new Map<string, ts.SourceFile>();
  for (const path of roots) {
    const file = program.getSourceFile(path);
    if (file !== undefined) files.set(path.slice(ROOT.length), file);
  }
  const checker = program.getTypeChecker();
  const client = clientTypes(program.getSourceFile(PRISMA_TYPINGS), checker);
  return {
    checker,
    files,
    prisma,
    typeOf: (model, what) => client(`${model}_${SHAPES[what]}`),
    pathOf: (file) => (file.fileName.startsWith(ROOT) ? file.fileName.slice(ROOT.length) : null),
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

function createHost(texts: ReadonlyMap<string, string>, resolve: Resolver): ts.CompilerHost {
  const libs = libTexts();
  const read = (path: string): string | undefined =>
    texts.get(path) ?? (path.startsWith(LIBS) ? libs.get(path.slice(LIBS.length)) : undefined);
  return {
    getSourceFile: (path, languageVersion) => {
      const text = read(path);
      if (text === undefined) return undefined;
      if (path.startsWith(LIBS)) return libFile(path, text);
      return ts.createSourceFile(path, text, languageVersion, true);
    },
    getDefaultLibFileName: () => `${LIBS}lib.es2022.d.ts`,
    getDefaultLibLocation: () => LIBS.slice(0, -1),
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (path) => read(path) !== undefined,
    readFile: read,
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map((literal) => {
        const path = resolve(literal.text, containing);
        return {
          resolvedModule:
            path === null
              ? undefined
              : { resolvedFileName: path, extension: ts.Extension.Ts, isExternalLibraryImport: false },
        };
      }),
  };
}

let libraries: Map<string, string> | null = null;
const libraryFiles = new Map<string, ts.SourceFile>();

/** The compiler's own libraries, as bundled with it. */
function libTexts(): ReadonlyMap<string, string> {
  libraries ??= new Map(getLibFiles().map((file) => [file.fileName, file.text]));
  return libraries;
}

/** Library files never change, so one parse serves every program of the process. */
function libFile(path: string, text: string): ts.SourceFile {
  const known = libraryFiles.get(path);
  if (known !== undefined) return known;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  libraryFiles.set(path, file);
  return file;
}

type Resolver = (specifier: string, containing: string) => string | null;

function createResolver(backend: Backend, texts: ReadonlyMap<string, string>): Resolver {
  const aliases = readPathAliases(backend);
  const candidate = (base: string): string | null =>
    [`${base}.ts`, `${base}/index.ts`, base, base.replace(/\.js$/, ".ts")].find((path) => texts.has(path)) ??
    null;
  return (specifier, containing) => {
    if (/^@prisma\/(client|sdk)/.test(specifier)) return PRISMA_TYPINGS;
    if (AMBIENT_MODULES.has(specifier)) return ambientPath(specifier);
    if (specifier.startsWith(".")) {
      const found = candidate(posix.join(posix.dirname(containing), specifier));
      return found ?? (/prisma/i.test(specifier) ? PRISMA_TYPINGS : null);
    }
    for (const [pattern, target] of aliases) {
      const match = pattern.exec(specifier);
      if (match === null) continue;
      const found = candidate(
        posix.join(
          ROOT,
          target.replace("*", () => match[1] ?? ""),
        ),
      );
      if (found !== null) return found;
    }
    return null;
  };
}

function ambientPath(name: string): string {
  return `/typings/${name}.ts`;
}

/** `compilerOptions.paths` of the root and test configurations, longest pattern first. */
function readPathAliases(backend: Backend): readonly (readonly [RegExp, string])[] {
  const found = new Map<string, string>();
  for (const path of ["tsconfig.json", "test/tsconfig.json"]) {
    const text = backend.files.get(path)?.text;
    if (typeof text !== "string") continue;
    const config: unknown = ts.parseConfigFileTextToJson(path, text).config;
    const options = property(config, "compilerOptions");
    const base = property(options, "baseUrl");
    const paths = property(options, "paths");
    if (typeof paths !== "object" || paths === null) continue;
    for (const [pattern, targets] of Object.entries(paths)) {
      const target: unknown = Array.isArray(targets) ? targets[0] : undefined;
      if (typeof target !== "string" || found.has(pattern)) continue;
      found.set(pattern, posix.join(posix.dirname(path), typeof base === "string" ? base : ".", target));
    }
  }
  return [...found]
    .sort(([a], [b]) => b.length - a.length)
    .map(([pattern, target]) => [
      new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("*", "(.*)")}$`),
      target,
    ]);
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
