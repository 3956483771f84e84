import type { Field, Model } from "./database/database-spec.js";
import type { Dto, DtoProperty, InterfaceSpec } from "./interface/interface-spec.js";
import { sameWords, wordsOf } from "./words.js";

/** A property of a DTO, and the DTO. */
export interface Carrier {
  readonly dto: Dto;
  readonly property: DtoProperty;
}

/**
 * The properties that carry a field of a model to callers and back. A tag that names the column decides; without one
 * the name does, whatever its spelling (`dueAt` carries `due_at`).
 */
export function carriersOf(model: Model, field: Field, api: InterfaceSpec): readonly Carrier[] {
  const columns = field.relation?.fields ?? [];
  const name = wordsOf(field.name);
  const carries = ({ column, name: own }: DtoProperty): boolean => {
    if (column === field.name) return true;
    if (column !== null && !columns.includes(column) && model.fields.some((each) => each.name === column))
      return false;
    return sameWords(wordsOf(own), name);
  };
  return [...api.dtos.values()]
    .filter((dto) => dto.model === model.name)
    .flatMap((dto) => dto.properties.filter(carries).map((property) => ({ dto, property })));
}
