import type { Graph } from "../graph.js";
import type { EdgeIndex } from "./edge-index.js";

/** Edges between models, DTOs and their members. */
export function linkSpec({ database, dtos }: Pick<Graph, "database" | "dtos">, edges: EdgeIndex): void {
  for (const model of database.models.values()) {
    edges.starting(`file:${model.path}`)(`model:${model.name}`, "declares");
    const add = edges.starting(`model:${model.name}`);
    for (const field of model.fields) {
      const id = `field:${model.name}.${field.name}`;
      add(id, "declares");
      if (field.relation === null) continue;
      const how = field.relation.fields.length > 0 ? "belongs to" : "has";
      edges.add(id, `model:${field.type}`, how);
      edges.add(`model:${model.name}`, `model:${field.type}`, how);
    }
  }
  for (const dto of dtos.values()) {
    edges.starting(`file:${dto.path}`)(`dto:${dto.name}`, "declares");
    const add = edges.starting(`dto:${dto.name}`);
    if (dto.model !== null) add(`model:${dto.model}`, "maps");
    for (const reference of dto.references) if (reference !== dto.name) add(`dto:${reference}`, "references");
    const columns = new Set(database.models.get(dto.model ?? "")?.fields.map(({ name }) => name));
    for (const [index, property] of dto.properties.entries()) {
      const id = `property:${dto.name}.${property}`;
      add(id, "declares");
      const column = dto.columns[index] === "" ? property : (dto.columns[index] ?? property);
      if (columns.has(column)) edges.starting(id)(`field:${dto.model}.${column}`, "maps");
    }
  }
}
