import type { DatabaseSpec } from "../database/database-spec.js";
import { modelMatcher } from "./match-model.js";

/**
 * Says which model a DTO maps: the one that its tag names, else the one that the tag of its outermost declaration
 * does, else the one that it is named after. Tags of models that do not exist say nothing.
 */
export function modelLink(
  database: DatabaseSpec,
  tagOf: (dto: string) => string | null,
): (dto: string) => string | null {
  const match = modelMatcher(database.models.keys());
  const tagged = (dto: string): string | null => {
    const model = tagOf(dto);
    return model !== null && database.models.has(model) ? model : null;
  };
  return (dto) => tagged(dto) ?? tagged(dto.split(".")[0] ?? dto) ?? match(dto);
}
