import type { Answer, Creation } from "../create-context.js";
import { responseEntries } from "./values.js";

/** Statements that change the row that was found, and answer with it. */
export function altered(creation: Creation, data: readonly string[]): readonly string[] {
  const { model } = creation;
  const { selecting, returning } = answerOf(creation);
  const answer = returning("updated");
  const update = `${/\bupdated\b/.test(answer) ? "const updated = " : ""}await MyGlobal.prisma.${model.table}.update({
    where: { id: ${model.variable}.id },
    data: {
      ${data.join(",\n")}
    },${selecting === "" ? "" : `\n${selecting},`}
  });`;
  return answered(creation, update, answer);
}

/** A query and its answer, as one paragraph where that is one statement. */
export function answered({ code }: Creation, query: string, answer: string): readonly string[] {
  return code.modular ? [`${query}\n${answer}`] : [query, answer];
}

/** How a row is answered with: as is settled for a model that is there, else as the new artefacts make it. */
export function answerOf(creation: Creation): Answer {
  const { existing, code, model } = creation;
  if (existing?.answer !== undefined) return existing.answer;
  const transformer = `${model.pascal}Transformer`;
  if (code.modular)
    return {
      selecting: `...${transformer}.select()`,
      returning: (row) => `return await ${transformer}.transform(${row});`,
      value: null,
      transformers: [`src/transformers/${transformer}`],
    };
  const returning = (row: string): string =>
    `return {\n${responseEntries(creation, row, false).join(",\n")}\n};`;
  return { selecting: "", returning, value: null, transformers: [] };
}
