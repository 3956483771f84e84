import type { Edit } from "../../source/edit.js";
import type { Creation } from "../create/create-context.js";
import { printCollector } from "../create/modular/print-collector.js";
import { printTransformer } from "../create/modular/print-transformer.js";
import type { NewOperation } from "../create/new-model.js";

/** The collector and the transformer that an operation needs and the backend lacks; null where one cannot be made. */
export function rowEdits(creation: Creation, { kind }: NewOperation): readonly Edit[] | null {
  const { model, code, existing, known } = creation;
  if (!code.modular) return [];
  const edits: Edit[] = [];
  const add = (path: string, text: string | null): boolean => {
    if (text !== null) edits.push({ path, before: null, after: text });
    return text !== null;
  };
  const collector = `src/collectors/${model.pascal}Collector.ts`;
  if (
    kind === "create" &&
    !known.backend.files.has(collector) &&
    !add(collector, printCollector(creation, collector))
  )
    return null;
  const answer = kind === "list" ? existing?.listed : existing?.answer;
  if (answer?.made !== undefined)
    return [...edits, { path: answer.made.path, before: null, after: answer.made.text }];
  const transformer = `src/transformers/${model.pascal}Transformer.ts`;
  if (kind === "delete" || answer !== undefined || known.backend.files.has(transformer)) return edits;
  return add(transformer, printTransformer(creation, transformer, false)) ? edits : null;
}
