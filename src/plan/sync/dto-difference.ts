import type { Dto, DtoProperty } from "../../spec/interface/interface-spec.js";
import type { SyncState } from "./sync-state.js";

/** What a person took out of a DTO and put into it, and what nothing else that they wrote has led to so far. */
export interface DtoDifference {
  /** As the person wrote it. */
  readonly dto: Dto;
  readonly model: string;
  /** As they stand now. */
  readonly removed: readonly DtoProperty[];
  readonly added: readonly DtoProperty[];
}

export function dtoDifference({ base, now, wanted }: SyncState): readonly DtoDifference[] {
  return [...wanted.api.dtos.values()].flatMap((dto) => {
    const before = base.api.dtos.get(dto.name);
    const current = now.api.dtos.get(dto.name);
    if (before === undefined || current === undefined || current.model === null) return [];
    // Members that are written as such; a change of anything else has no name here.
    if (before.properties.length === 0 || dto.properties.length === 0) return [];
    const removed = without(before.properties, dto.properties);
    const added = without(dto.properties, before.properties);
    const found = {
      dto,
      model: current.model,
      removed: current.properties.filter(({ name }) => removed.some((each) => each.name === name)),
      added: without(added, current.properties),
    };
    return found.removed.length + found.added.length === 0 ? [] : [found];
  });
}

function without(from: readonly DtoProperty[], others: readonly DtoProperty[]): readonly DtoProperty[] {
  const names = new Set(others.map(({ name }) => name));
  return from.filter(({ name }) => !names.has(name));
}
