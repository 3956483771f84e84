import type { Known } from "../known.js";
import { isPrivate, type NewModel, type NewRelation } from "../new-model.js";

/** How a relation is shown in responses. */
export interface View {
  readonly relation: NewRelation;
  /** The DTO that stands for the row, with the transformer that makes it; null where its id alone is shown. */
  readonly summary: { readonly dto: string; readonly path: string; readonly transformer: string } | null;
}

/** The relations that responses show: never an owner whom nobody else asks for. */
export function viewsOf(model: NewModel, known: Known, modular: boolean): readonly View[] {
  return model.relations
    .filter(({ role }) => !(role === "owner" && isPrivate(model)) && !(role === "parent" && modular))
    .map((relation) => ({ relation, summary: modular ? summaryOf(relation, known) : null }));
}

function summaryOf({ target }: NewRelation, { backend, api }: Known): View["summary"] {
  for (const dto of api.dtos.values()) {
    if (dto.model !== target.name || !/^I\w+\.ISummary$/.test(dto.name) || /^IPage/.test(dto.name)) continue;
    const base = dto.name.slice(1, dto.name.indexOf("."));
    const transformer = `${base}AtSummaryTransformer`;
    if (backend.files.has(`src/transformers/${transformer}.ts`))
      return { dto: dto.name, path: dto.path, transformer };
  }
  return null;
}
