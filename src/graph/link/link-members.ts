import { HOW } from "../facts/file-facts.js";
import type { FileNode, Graph } from "../graph.js";
import type { EdgeIndex } from "./edge-index.js";
import { edgeHow } from "./model-linker.js";

/** From a file to the fields and properties it names, of the models and DTOs it uses. */
export function linkMembers(
  file: FileNode,
  { database, dtos }: Pick<Graph, "database" | "dtos">,
  edges: EdgeIndex,
): void {
  if (file.models.size === 0 && file.dtos.size === 0) return;
  const names = new Map(file.facts.names.map((name, index) => [name, file.facts.hows[index] as number]));
  const add = (kind: "field" | "property", owner: string, member: string): void => {
    const how = (names.get(member) ?? 0) & ~HOW.mentions;
    if (how !== 0) edges.add(`file:${file.path}`, `${kind}:${owner}.${member}`, edgeHow(how));
  };
  for (const model of file.models.keys())
    for (const field of database.models.get(model)?.fields ?? []) add("field", model, field.name);
  for (const dto of file.dtos)
    for (const property of dtos.get(dto)?.properties ?? []) add("property", dto, property);
}
