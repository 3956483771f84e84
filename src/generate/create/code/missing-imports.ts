import { ts } from "ts-morph";
import { parseTypescript } from "../../../source/parse-typescript.js";
import type { Known } from "../known.js";
import { relocated } from "./import-header.js";
import { usesName } from "../../add/uses-name.js";

/** What the printed code uses beyond its own artefacts. */
const USED = [
  "HttpException",
  "ArrayUtil",
  "Prisma",
  "v4",
  "MyGlobal",
  "toISOStringSafe",
  "tags",
  "typia",
  "IEntity",
];

/** Imports that a file's code needs and its header lacks, as some other file of the backend has them. */
export function missingImports(
  header: string,
  code: string,
  path: string,
  known: Known,
  names: readonly string[] = USED,
): readonly string[] {
  const missing = names.filter((name) => usesName(code, name) && !usesName(header, name));
  return missing.flatMap((name) => {
    for (const file of known.backend.files.values()) {
      if (!/^(src|test)\/.*\.ts$/.test(file.path) || file.text?.includes(name) !== true) continue;
      const found = parseTypescript(file)
        .statements.filter(ts.isImportDeclaration)
        .find((each) => importedNames(each).includes(name));
      if (found !== undefined) return [relocated(found, file.path, path)];
    }
    return [];
  });
}

export function importedNames(statement: ts.ImportDeclaration): readonly string[] {
  const clause = statement.importClause;
  const bindings = clause?.namedBindings;
  const named =
    bindings !== undefined && ts.isNamedImports(bindings)
      ? bindings.elements.map((each) => each.name.text)
      : [];
  return clause?.name === undefined ? named : [clause.name.text, ...named];
}
