import type { Graph } from "../graph.js";
import type { EdgeIndex } from "./edge-index.js";

/** Edges between models, DTOs and their members. */
export function linkSpec({ database, dtos }: Pick<Graph, "database" | "dtos">, edges: EdgeIndex): void {
  for (const model of database.models.values()) {
    edges.add(`file:${model.path}`, `model:${model.name}`, "declares");
    for (const field of model.fields) {
      const id = `field:${model.name}.${field.name}`;
      edges.add(`model:${model.name}`, id, "declares");
      if (field.relation === null) continue;
      const how = field.relation.fields.length > 0 ? "belongs to" : "has";
      edges.add(id, `model:${field.type}`, how);
      edges.add(`model:${model.name}`, `model:${field.type}`, how);
    }
  }
  for (const dto of dtos.values()) {
    edges.add(`file:${dto.path}`, `dto:${dto.name}`, "declares");
    if (dto.model !== null) edges.add(`dto:${dto.name}`, `model:${dto.model}`, "maps");
    for (const reference of dto.references) edges.add(`dto:${dto.name}`, `dto:${reference}`, "references");
    const columns = new Set(database.models.get(dto.model ?? "")?.fields.map(({ name }) => name));
    for (const [index, property] of dto.properties.entries()) {
      const id = `property:${dto.name}.${property}`;
      edges.add(`dto:${dto.name}`, id, "declares");
      const column = dto.columns[index] === "" ? property : (dto.columns[index] ?? property);
      if (columns.has(column)) edges.add(id, `field:${dto.model}.${column}`, "maps");
    }
  }
}
