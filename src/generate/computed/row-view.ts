import type { Model } from "../../spec/database/database-spec.js";
import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Known } from "../create/known.js";
import { answerOfRow } from "../operation/answer-of-row.js";
import { baseDto } from "../operation/describe-model.js";
import { deriveRow } from "../operation/derived-row.js";
import { transformerOf } from "../operation/transformer-of.js";

/** How a row is shown inside of another one. */
export interface RowView {
  readonly dto: Dto;
  /** What its query says besides which rows: `...BbsArticleAtSummaryTransformer.select()`; empty for all columns. */
  readonly selecting: string;
  /** An expression that shows a row. */
  readonly value: (row: string) => string;
  /** What has to be waited for; null where the entries stand there themselves. */
  readonly transformer: { readonly name: string; readonly path: string } | null;
}

/** The views of a model's rows, by their summary first; none where nothing says how either is made. */
export function rowViews(target: Model, known: Known): readonly RowView[] {
  const base = baseDto(target, known);
  const summary = known.api.dtos.get(`${base?.name}.ISummary`);
  return [summary, base].flatMap((dto) => (dto == null ? [] : (viewAs(dto, target, known) ?? [])));
}

function viewAs(dto: Dto, target: Model, known: Known): RowView | null {
  const name = transformerOf(dto.name, known);
  if (name !== null)
    return {
      dto,
      selecting: `...${name}.select()`,
      value: (row) => `await ${name}.transform(${row})`,
      transformer: { name, path: `src/transformers/${name}.ts` },
    };
  const derived = deriveRow(dto, target, known);
  if (derived?.plain === true)
    return {
      dto,
      selecting: `select: { ${derived.selected.join(", ")} }`,
      value: (row) => `{\n${derived.entries(row).join(",\n")},\n}`,
      transformer: null,
    };
  const answer = answerOfRow(dto, target, { kind: "read", actor: null, parameters: [] }, known);
  const value = answer?.value;
  if (answer == null || value == null || /\bawait\b/.test(value("row"))) return null;
  return { dto, selecting: answer.selecting, value, transformer: null };
}
