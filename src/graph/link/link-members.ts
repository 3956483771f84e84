import { HOW } from "../facts/file-facts.js";
import type { EdgeHow, FileNode, Graph } from "../graph.js";
import { edgeHow } from "./model-linker.js";

/** Names and ids of the members of every model and DTO. */
export interface MemberIds {
  readonly fields: ReadonlyMap<string, readonly MemberId[]>;
  readonly properties: ReadonlyMap<string, readonly MemberId[]>;
}

interface MemberId {
  readonly name: string;
  readonly id: string;
}

export function memberIds({ database, dtos }: Pick<Graph, "database" | "dtos">): MemberIds {
  const fields = [...database.models.values()].map((model) => {
    const ids = model.fields.map(({ name }) => ({ name, id: `field:${model.name}.${name}` }));
    return [model.name, ids] as const;
  });
  const properties = [...dtos.values()].map((dto) => {
    return [dto.name, dto.properties.map((name) => ({ name, id: `property:${dto.name}.${name}` }))] as const;
  });
  return { fields: new Map(fields), properties: new Map(properties) };
}

/** From a file to the fields and properties it names, of the models and DTOs it uses. */
export function linkMembers(
  file: FileNode,
  { fields, properties }: MemberIds,
  add: (to: string, how: EdgeHow) => void,
): void {
  const addNamed = (owner: string, members: readonly MemberId[] = []): void => {
    const own = file.owned.get(owner);
    for (const { name, id } of members) {
      const how = ((file.names.get(name) ?? 0) | (own?.get(name) ?? 0)) & ~HOW.mentions;
      if (how !== 0) add(id, edgeHow(how));
    }
  };
  for (const model of file.models.keys()) addNamed(`model:${model}`, fields.get(model));
  for (const dto of file.dtos) addNamed(`dto:${dto}`, properties.get(dto));
  // A test has values of DTOs that it never names.
  for (const [owner, names] of file.owned)
    if (owner.startsWith("dto:") && !file.dtos.has(owner.slice("dto:".length)))
      for (const { name, id } of properties.get(owner.slice("dto:".length)) ?? [])
        if (names.has(name)) add(id, edgeHow(names.get(name) ?? 0));
}
