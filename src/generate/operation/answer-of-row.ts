import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Answer } from "../create/create-context.js";
import { type Known, textsUnder } from "../create/known.js";
import type { NewOperation } from "../create/new-model.js";
import { copiedAnswer } from "./copied-answer.js";
import { plainEntries } from "./plain-entries.js";
import { readAgain } from "./read-again.js";

/**
 * How rows of a model are answered with as a DTO: by its transformer, column by column, by
 * what reading does once more, or as another operation does it. Null where none of that can be told.
 */
export function answerOfRow(
  dto: Dto,
  model: Model,
  operation: Pick<NewOperation, "kind" | "actor" | "parameters">,
  known: Known,
): Answer | null {
  const transformer = transformerOf(dto.name, known);
  if (transformer !== null)
    return {
      selecting: `...${transformer}.select()`,
      returning: (row) => `return await ${transformer}.transform(${row});`,
      value: (row) => `await ${transformer}.transform(${row})`,
      transformers: [`src/transformers/${transformer}`],
    };
  const plain = plainEntries(dto, model, known);
  if (plain !== null)
    return {
      selecting: "",
      returning: (row) => `return {\n${plain(row).join(",\n")}\n};`,
      value: (row) => `{\n${plain(row).join(",\n")}\n}`,
      transformers: [],
    };
  return readAgain(dto, operation, known) ?? copiedAnswer(dto, model, known);
}

/** The transformer whose result a DTO is; null without one. */
export function transformerOf(dto: string, known: Known): string | null {
  const result = new RegExp(`\\btransform\\b[^{]*?\\): Promise<\\s*${dto.replaceAll(".", "\\.")}\\s*>`);
  for (const text of textsUnder(known, "src/transformers/")) {
    const name = /export namespace (\w+Transformer)\b/.exec(text)?.[1];
    if (name !== undefined && result.test(text) && /\bfunction select\(\s*\)/.test(text)) return name;
  }
  return null;
}
