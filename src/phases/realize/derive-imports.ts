import { posix } from "node:path";
import { ts } from "ts-morph";
import { relativeTo } from "../../generate/create/code/import-header.js";
import { missingImports } from "../../generate/create/code/missing-imports.js";
import { graftImports } from "../../generate/operation/graft-imports.js";
import type { Backend } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { createSource, parseTypescript } from "../../source/parse-typescript.js";
import type { Spec } from "../../spec/spec.js";
import { declaredIn, importableNames, isShared } from "./importable-names.js";
import { usesName } from "../../generate/add/uses-name.js";

/** Imports that a piece of code needs in a file and that the file has not: as other files have them, else by their place. */
export function deriveImports(
  text: string,
  piece: string,
  path: string,
  backend: Backend,
  { database, api }: Spec,
): readonly Splice[] {
  const file = createSource(path, text);
  const structures = new Map([...api.dtos.values()].map((dto) => [dto.name.split(".")[0] ?? "", dto.path]));
  const places = new Map([...structures, ...sharedPlaces(backend)]);
  const names = [...new Set([...importableNames(backend), ...places.keys()])];
  const here = declaredHere(file);
  const wanted = names.filter((name) => !here.has(name) && usesName(piece, name));
  const others = wanted.filter((name) => !structures.has(name));
  const known = missingImports("", piece, path, { backend, database, api }, others);
  const told = new Set(known.flatMap((line) => [...line.matchAll(/\w+/g)].map(([word]) => word)));
  const placed = wanted.flatMap((name) => {
    const place = places.get(name);
    if (told.has(name) || place === undefined) return [];
    const specifier = structures.has(name)
      ? structurePlace(file, path, place, backend)
      : relativeTo(path, place);
    return [`import { ${name} } from "${specifier.replace(/\.ts$/, "")}";`];
  });
  return graftImports(file, createSource("imports.ts", [...known, ...placed].join("\n")), piece);
}

function sharedPlaces(backend: Backend): readonly (readonly [string, string])[] {
  return [...backend.files.keys()].flatMap((path) =>
    isShared(path) ? declaredIn(path, backend).map((name) => [name, path] as const) : [],
  );
}

/** DTOs are imported from where the file's other ones are, or those of other operations. */
function structurePlace(file: ts.SourceFile, path: string, place: string, { files }: Backend): string {
  const own = structuresOf(file)[0];
  const others = [...files.values()].flatMap((each) =>
    classify(each.path) === "operation" && each.text !== null ? structuresOf(parseTypescript(each)) : [],
  );
  const like = own ?? others.find((each) => !each.startsWith("."));
  return like === undefined
    ? relativeTo(path, place)
    : posix.join(posix.dirname(like), posix.basename(place));
}

function structuresOf({ statements }: ts.SourceFile): readonly string[] {
  return statements
    .filter(ts.isImportDeclaration)
    .flatMap(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : []))
    .filter((each) => /\/structures\/\w+$/.test(each));
}

function declaredHere({ statements }: ts.SourceFile): ReadonlySet<string> {
  return new Set(
    statements.flatMap((each) =>
      ts.isFunctionDeclaration(each) || ts.isClassDeclaration(each) ? (each.name?.text ?? []) : [],
    ),
  );
}
