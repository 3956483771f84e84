import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { readDtos, type DtoSyntax } from "../../spec/interface/read-dtos.js";
import type { Names } from "../../spec/names.js";
import type { RemovedProperties } from "./remove-schemas.js";

/** Schemas that TypeScript's own helpers make are named like `PartialIBbsArticle.ICreate`. */
const HELPER = /^(?:Partial|Required|Readonly|Omit|Pick|DeepPartial)+(?=I[A-Z])/;

/**
 * Which properties each schema loses. A DTO that takes another one in (`IX = IY & {…}`, `extends`, `Omit<…>`) has
 * the properties of both in its schema, while the code declares each only once.
 */
export function removedPropertiesOf(backend: Backend, removed: Names): RemovedProperties {
  const own = new Map<string, Set<string>>();
  for (const name of removed.properties) {
    const dot = name.lastIndexOf(".");
    const dto = name.slice(0, dot);
    own.set(dto, (own.get(dto) ?? new Set()).add(name.slice(dot + 1)));
  }
  const declared = own.size === 0 ? new Map<string, DtoSyntax>() : declaredDtos(backend);
  const known = new Map<string, ReadonlySet<string>>();
  const lost = (dto: string, seen: readonly string[]): ReadonlySet<string> => {
    const cached = known.get(dto);
    if (cached !== undefined) return cached;
    const found = new Set(own.get(dto));
    const declaration = declared.get(dto);
    for (const base of seen.includes(dto) ? [] : basesOf(declaration, dto, declared))
      for (const name of lost(base, [...seen, dto]))
        if (!declaration?.properties.some((property) => property.name === name)) found.add(name);
    if (seen.length === 0) known.set(dto, found);
    return found;
  };
  return (schema) => lost(schema, []);
}

function declaredDtos(backend: Backend): ReadonlyMap<string, DtoSyntax> {
  const found = new Map<string, DtoSyntax>();
  for (const file of backend.files.values())
    if (classify(file.path) === "dto" && file.text !== null)
      for (const dto of readDtos(parseTypescript(file))) found.set(dto.name, dto);
  return found;
}

/** DTOs whose properties become own ones: what a declaration refers to other than through its properties. */
function basesOf(
  declaration: DtoSyntax | undefined,
  name: string,
  declared: ReadonlyMap<string, DtoSyntax>,
): readonly string[] {
  if (declaration === undefined) {
    const plain = name.replace(HELPER, "");
    if (plain === name) return [];
    return [
      [...declared.keys()].filter((dto) => plain.startsWith(dto)).sort((a, b) => b.length - a.length)[0] ??
        "",
    ];
  }
  const inProperties = new Set(declaration.properties.flatMap((property) => property.references));
  return declaration.references
    .filter((reference) => !inProperties.has(reference))
    .flatMap((reference) => {
      const [first = "", ...rest] = reference.split(".");
      const full = [declaration.imports.get(first) ?? first, ...rest].join(".");
      const names = [...declaration.scopes.map((scope) => `${scope}.${full}`), full];
      return names.find((each) => declared.has(each)) ?? [];
    });
}
