import type ts from "typescript";
import type { WorkerTask } from "./worker-messages.js";

/** Options about output. Left in, some of them refuse to go together with what we set. */
const OUTPUT = [
  "outDir",
  "outFile",
  "declaration",
  "declarationDir",
  "declarationMap",
  "emitDeclarationOnly",
  "sourceMap",
  "inlineSourceMap",
  "inlineSources",
  "mapRoot",
  "sourceRoot",
  "composite",
  "incremental",
  "tsBuildInfoFile",
  "noEmitOnError",
  "isolatedDeclarations",
] as const;

/**
 * A project's options with nothing in them about output. TypeScript 6 and later stop before checking anything on
 * many tsconfigs written for 5 unless the root and the ambient types are given.
 */
export function checkOptions(
  compiler: typeof ts,
  options: ts.CompilerOptions,
  { root, paths }: WorkerTask,
): ts.CompilerOptions {
  const kept = Object.fromEntries(
    Object.entries(options).filter(([name]) => !OUTPUT.some((output) => output === name)),
  );
  const modern = Number.parseInt(compiler.version, 10) >= 6;
  const mapped = Object.fromEntries(Object.entries(paths).map(([name, targets]) => [name, [...targets]]));
  return {
    ...kept,
    skipLibCheck: true,
    noEmit: options.allowImportingTsExtensions === true,
    rootDir: root,
    ...(modern && options.types === undefined ? { types: ["*"] } : {}),
    ...(Object.keys(mapped).length === 0 ? {} : { paths: { ...options.paths, ...mapped } }),
  };
}
