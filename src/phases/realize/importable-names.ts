import { posix } from "node:path";
import { ts } from "ts-morph";
import { importedNames } from "../../generate/create/code/missing-imports.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { writtenFunctions } from "../../spec/body/written-functions.js";

/** Values that code of operations may name, whether its file imports them already or not. */
export function importableNames(backend: Backend): readonly string[] {
  const names = [...backend.files.values()].flatMap((file): readonly string[] => {
    if (file.text === null) return [];
    if (isShared(file.path)) return declaredIn(file.path, backend);
    return classify(file.path) === "operation"
      ? parseTypescript(file).statements.filter(ts.isImportDeclaration).flatMap(valuesOf)
      : [];
  });
  return [...new Set(names)];
}

/** Where a file declares what others import of it: collectors, transformers and helpers of the backend's own. */
export function isShared(path: string): boolean {
  return ["collector", "transformer"].includes(classify(path)) || /^src\/utils\/[\w-]+\.ts$/.test(path);
}

/** What a shared file exports: a namespace or functions. */
export function declaredIn(path: string, backend: Backend): readonly string[] {
  const file = backend.files.get(path);
  if (file === undefined) return [];
  const owners = writtenFunctions(parseTypescript(file).statements).map(
    ({ name }) => name.split(".")[0] ?? "",
  );
  return [...new Set(owners)];
}

/** Names of packages and of the frame; DTOs are no values, and other operations are not called. */
function valuesOf(statement: ts.ImportDeclaration): readonly string[] {
  const specifier = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
  const isFrame = !specifier.startsWith(".") || posix.basename(specifier) === "MyGlobal";
  return isFrame && !specifier.includes("/structures/") ? importedNames(statement) : [];
}
