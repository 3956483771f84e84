import { join, posix } from "node:path";
import { ts } from "ts-morph";
import type { BackendFile } from "../../src/source/backend.js";
import type { DtoDeclaration, DtoFile } from "../../src/spec/interface/schema/dto-declaration.js";

interface Printed {
  readonly tree: DtoFile;
  readonly text: string;
}

/** Below the project, so that typia's types are found; nothing is written there. */
const ROOT = join(process.cwd(), ".reading");

/**
 * Declarations that the printed file declares as another type than the written one: not assignable in both directions,
 * or not declared at all. Where the written file has errors of its own, they say nothing.
 */
export function differentTypes(
  written: readonly BackendFile[],
  printed: readonly Printed[],
): readonly string[] {
  const texts = new Map<string, string>();
  for (const { path, text } of written) texts.set(join(ROOT, "written", path), text ?? "");
  for (const { tree, text } of printed) texts.set(join(ROOT, "printed", tree.path), text);
  const comparison = join(ROOT, "compare.ts");
  const names = printed.flatMap(({ tree }, file) =>
    tree.declarations
      .filter(({ exported }) => exported)
      .map((each) => ({ ...comparisonOf(each, file), tree })),
  );
  const imports = printed.flatMap(({ tree: { path } }, file) =>
    ["written", "printed"].map(
      (side) => `import type * as ${side}${file} from "./${posix.join(side, path.replace(/\.ts$/, ".js"))}";`,
    ),
  );
  texts.set(comparison, [SAME, ...imports, ...names.map(({ line }) => line)].join("\n"));
  const program = ts.createProgram({ rootNames: [...texts.keys()], options: OPTIONS, host: hostOf(texts) });
  const source = program.getSourceFile(comparison);
  const found = program.getSemanticDiagnostics(source).map(({ start }) => {
    const line = source?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
    const { tree, name } = names[line - 1 - imports.length] ?? {};
    return `${tree?.path ?? "?"}: ${name ?? "?"}`;
  });
  const broken = [...texts.keys()]
    .filter((path) => path.startsWith(join(ROOT, "printed")))
    .flatMap((path) => program.getSyntacticDiagnostics(program.getSourceFile(path)))
    .map(({ file }) => `${file?.fileName.slice(ROOT.length) ?? ""} does not parse`);
  return [...new Set([...found, ...broken])];
}

const SAME =
  "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? (keyof A extends keyof B ? (keyof B extends keyof A ? true : false) : false) : false) : false;";

function comparisonOf(
  { scopes, name, parameters }: DtoDeclaration,
  file: number,
): { readonly name: string; readonly line: string } {
  const full = [...scopes, name].join(".");
  const generic = parameters.length === 0 ? "" : `<${parameters.map(() => "any").join(", ")}>`;
  const same = `Same<written${file}.${full}${generic}, printed${file}.${full}${generic}>`;
  return { name: full, line: `export const same${file}_${full.replaceAll(".", "_")}: ${same} = true;` };
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, directoryExists } = host;
  return {
    ...host,
    fileExists: (path) => texts.has(path) || fileExists(path),
    readFile: (path) => texts.get(path) ?? readFile(path),
    directoryExists: (path) =>
      path.startsWith(ROOT)
        ? [...texts.keys()].some((each) => each.startsWith(`${path}/`))
        : directoryExists?.(path) === true,
    getSourceFile: (path, version) => {
      const text = texts.get(path) ?? readFile(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version, true);
    },
  };
}
