import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Answer } from "../create/create-context.js";
import { readCodeStyle } from "../create/code/code-style.js";
import type { Known } from "../create/known.js";
import type { NewOperation } from "../create/new-model.js";
import { copiedAnswer } from "./copied-answer.js";
import { printTransformerOf } from "../create/modular/print-transformer.js";
import { deriveRow } from "./derived-row.js";
import type { DerivedRow } from "./shown.js";
import { readAgain } from "./read-again.js";
import { transformerOf } from "./transformer-of.js";

/**
 * How rows of a model are answered with as a DTO: by its transformer, column by column, by what reading does once
 * more, as another operation does it, or by what its properties are called. Null where none of that can be told.
 */
export function answerOfRow(
  dto: Dto,
  model: Model,
  operation: Pick<NewOperation, "kind" | "actor" | "parameters">,
  known: Known,
): Answer | null {
  const transformer = transformerOf(dto.name, known);
  if (transformer !== null) return transformedAnswer(transformer);
  const derived = deriveRow(dto, model, known);
  const made = derived === null ? null : derivedAnswer(dto, model, derived, known);
  if (derived?.plain === true) return made;
  return readAgain(dto, operation, known) ?? copiedAnswer(dto, model, known) ?? made;
}

function transformedAnswer(transformer: string): Answer {
  return {
    selecting: `...${transformer}.select()`,
    returning: (row) => `return await ${transformer}.transform(${row});`,
    value: (row) => `await ${transformer}.transform(${row})`,
    transformers: [`src/transformers/${transformer}`],
  };
}

/** By a transformer of its own where the backend has such, else where it is needed. */
function derivedAnswer(dto: Dto, model: Model, derived: DerivedRow, known: Known): Answer | null {
  const { plain, selected, entries, transformers } = derived;
  const { modular, width } = readCodeStyle(known);
  if (modular) {
    const name = `${dto.name.slice(1).replace(/\.I/, "At")}Transformer`;
    const path = `src/transformers/${name}.ts`;
    const row = { path, table: model.name, dto: dto.name, structures: structuresOf(dto), transformers };
    const text = known.backend.files.has(path)
      ? null
      : printTransformerOf({ ...row, selected, entries: entries("input") }, known, width);
    return text === null ? null : { ...transformedAnswer(name), made: { path, text } };
  }
  const shown = (row: string): string => `{\n${entries(row).join(",\n")}\n}`;
  return {
    selecting: plain ? "" : `select: { ${selected.join(", ")} }`,
    returning: (row) => `return ${shown(row)};`,
    value: shown,
    transformers,
  };
}

function structuresOf({ properties }: Dto): readonly string[] {
  return properties.flatMap(({ references }) => references.map((each) => each.split(".")[0] ?? ""));
}
