import type { Graph, GraphNode, NodeKind } from "../graph.js";

type Parts = Pick<Graph, "database" | "files" | "dtos" | "sdk">;

/** Every artefact and member of a backend as a node, by id. */
export function makeNodes({ database, files, dtos, sdk }: Parts): ReadonlyMap<string, GraphNode> {
  const nodes = new Map<string, GraphNode>();
  const add = (kind: NodeKind, name: string, path: string): void => {
    const id = `${kind}:${name}`;
    nodes.set(id, { id, kind, name, path });
  };
  for (const path of database.files) add("file", path, path);
  for (const model of database.models.values()) {
    add("model", model.name, model.path);
    for (const field of model.fields) add("field", `${model.name}.${field.name}`, model.path);
  }
  for (const dto of dtos.values()) {
    add("dto", dto.name, dto.path);
    for (const property of dto.properties) add("property", `${dto.name}.${property}`, dto.path);
  }
  for (const { accessor, path } of sdk.values()) add("sdk", accessor, path);
  for (const [path, { facts }] of files) {
    add("file", path, path);
    for (const symbol of facts.symbols) add("symbol", `${path}#${symbol.name}`, path);
    for (const route of facts.routes) add("operation", route.key, path);
    for (const section of facts.sections) add("section", `${path}#${section.line}`, path);
  }
  return nodes;
}
