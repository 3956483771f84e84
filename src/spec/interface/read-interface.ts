import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript, syntaxError } from "../../source/parse-typescript.js";
import type { DatabaseSpec } from "../database/database-spec.js";
import type { Dto, InterfaceSpec } from "./interface-spec.js";
import { modelLink } from "./model-link.js";
import { type DtoSyntax, readDtos } from "./read-dtos.js";
import { readOperations } from "./read-operations.js";
import { readForwards } from "./read-routes.js";
import { resolveDto } from "./resolve-dto.js";

/** Reads DTOs and operations. A DTO or controller file that does not parse gives a SpecError naming file and line. */
export function readInterface(backend: Backend, database: DatabaseSpec): InterfaceSpec {
  const syntax = new Map<string, DtoSyntax>();
  for (const file of backend.files.values()) {
    if (classify(file.path) !== "dto" || file.text === null) continue;
    const source = parseTypescript(file);
    const broken = syntaxError(source);
    if (broken !== null) throw broken;
    for (const dto of readDtos(source)) if (!syntax.has(dto.name)) syntax.set(dto.name, dto);
  }
  const link = modelLink(database, (name) => syntax.get(name)?.model ?? null);
  const dtos = new Map<string, Dto>();
  for (const dto of syntax.values()) dtos.set(dto.name, linkDto(dto, syntax, link));
  return { dtos, operations: readOperations(backend, dtos), forwards: forwardsIn(backend) };
}

function forwardsIn({ files }: Backend): ReadonlySet<string> {
  const held = [...files.values()].filter(
    ({ path, text }) => classify(path) === "controller" && text?.includes("@Redirect(") === true,
  );
  return new Set(held.flatMap((file) => readForwards(parseTypescript(file))));
}

function linkDto(
  { scopes, imports, ...dto }: DtoSyntax,
  known: ReadonlyMap<string, DtoSyntax>,
  link: (name: string) => string | null,
): Dto {
  const resolved = (names: readonly string[]): readonly string[] => {
    const found = names.map((name) => resolveDto(name, known, imports, scopes));
    return [...new Set(found.filter((name) => name !== null))];
  };
  return {
    ...dto,
    model: link(dto.name),
    properties: dto.properties.map((each) => ({ ...each, references: resolved(each.references) })),
    references: resolved(dto.references),
  };
}
