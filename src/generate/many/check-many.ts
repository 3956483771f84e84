import { parseTypescript } from "../../source/parse-typescript.js";
import type { PlacedSplice } from "../../source/splice-files.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { NewField } from "../add/new-field.js";
import { readCodeStyle } from "../create/code/code-style.js";
import { lookupOf } from "../create/code/lookup.js";
import { camelOf, singularOf } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";
import { findWrite } from "../relation/find-write.js";
import { aliveOnly, type ReferenceGuards } from "../relation/guard-references.js";
import { placeCheck } from "../relation/place-check.js";
import type { Unclear } from "../rename/unclear.js";

/** Checks that each id of a list leads to a row that the caller could find, in the operations that take such a list. */
export function checkMany(field: NewField, target: Model, known: Known): ReferenceGuards {
  const style = readCodeStyle(known);
  const splices: PlacedSplice[] = [];
  const missing: Unclear[] = [];
  for (const { dto, property, use } of field.carriers)
    for (const operation of taking(dto.name, known)) {
      const path = operation.provider?.path ?? operation.controller.path;
      const file = known.backend.files.get(path);
      if (file === undefined || use === "read") continue;
      const source = parseTypescript(file);
      const write = findWrite(source, field.model.name, use, operation);
      const refuses = /import\s*\{[^}]*\bHttpException\b/.test(source.text);
      if (write === null || !refuses) {
        const why =
          write === null ? `the statement that writes ${field.model.name} was not found` : NO_EXCEPTION;
        missing.push({ path, line: 1, why });
        continue;
      }
      const atHand = { actor: operation.actor, parameters: [] };
      const conditions = lookupOf(target, atHand, style, known) ?? aliveOnly(target.fields);
      const value = `${write.body}.${property}`;
      const noun = singularOf(target.name.split("_")).at(-1) ?? target.name;
      const counted = camelOf(["counted", ...property.replace(/_?[iI]ds$/, "").split("_")]);
      const said = style.notFound === "" ? `There is no such ${noun}.` : `${style.notFound}no such ${noun}`;
      const where = [`id: { in: ${value} }`, ...conditions].join(", ");
      const code = `if (${value} !== undefined && ${value}.length > 0) {
  const ${counted} = await ${write.client}.${target.name}.count({ where: { ${where} } });
  if (${counted} !== ${value}.length) throw new HttpException("${said}", 404);
}`;
      splices.push({ path, ...placeCheck(code, write.statement, style.width) });
    }
  return { splices, missing };
}

const NO_EXCEPTION = "it has no exception to refuse a request with";

function taking(dto: string, { api }: Known): readonly Operation[] {
  return [...api.operations.values()].filter(({ body }) => body === dto);
}
