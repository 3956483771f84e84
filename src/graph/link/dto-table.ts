import { classify } from "../../source/layout.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { modelLink } from "../../spec/interface/model-link.js";
import { resolveDto } from "../../spec/interface/resolve-dto.js";
import type { FileFacts } from "../facts/file-facts.js";

/** A DTO as the graph sees it. */
export interface DtoEntry {
  readonly name: string;
  readonly path: string;
  readonly model: string | null;
  readonly properties: readonly string[];
  /** Beside `properties`: column by the tag, "" without one. */
  readonly columns: readonly string[];
  /** Beside `properties`: qualified name of the one DTO its type is made of, "" if none, "?" if several. */
  readonly links: readonly string[];
  /** Qualified names of the DTOs in its type. */
  readonly references: readonly string[];
}

/** The DTOs of `src/api/structures`, by qualified name. */
export function dtoTable(
  facts: ReadonlyMap<string, FileFacts>,
  database: DatabaseSpec,
): ReadonlyMap<string, DtoEntry> {
  const files = [...facts].filter(([path]) => classify(path) === "dto");
  const names = new Set(files.flatMap(([, { dtos }]) => dtos.map(({ name }) => name)));
  const tags = new Map(
    files.flatMap(([, { dtos }]) => dtos.map(({ name, model }) => [name, model] as const)),
  );
  const link = modelLink(database, (name) => tags.get(name) ?? null);
  const table = new Map<string, DtoEntry>();
  for (const [path, { dtos, imports }] of files) {
    const renamed = new Map(imports.flatMap((each) => each.names.map(([name, local]) => [local, name])));
    for (const dto of dtos) {
      if (table.has(dto.name)) continue;
      const resolved = (name: string): string | null => resolveDto(name, names, renamed, dto.scopes);
      const references = dto.references.map(resolved);
      table.set(dto.name, {
        name: dto.name,
        path,
        model: link(dto.name),
        properties: dto.properties,
        columns: dto.columns,
        links: dto.links.map((link) => (link === "?" || link === "" ? link : (resolved(link) ?? "?"))),
        references: [...new Set(references.filter((name) => name !== null))],
      });
    }
  }
  return table;
}
