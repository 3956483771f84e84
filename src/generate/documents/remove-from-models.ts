import type { Names } from "../../spec/names.js";
import { elementsOf, memberOf, stringOf, type JsonNode } from "./json-tree.js";
import type { Gone } from "./json-without.js";

/** Adds to `gone` what `autobe/prisma.json` says of a removal; false if the document is not understood. */
export function removeFromModels(root: JsonNode, removed: Names, gone: Gone): boolean {
  const models = new Set(removed.models);
  const fields = new Set(removed.fields);
  for (const file of elementsOf(memberOf(root, "files"))) {
    const list = memberOf(file, "models");
    if (list?.kind !== "array") return false;
    for (const model of list.elements) {
      const name = stringOf(memberOf(model, "name"));
      if (name === null) return false;
      if (models.has(name)) gone.add(model);
      else removeFields(model, name, models, fields, gone);
    }
    if (list.elements.length > 0 && list.elements.every((model) => gone.has(model))) gone.add(file);
  }
  return true;
}

/** Relations into what goes, columns, and the indexes over them. */
function removeFields(
  model: JsonNode,
  name: string,
  models: ReadonlySet<string>,
  fields: ReadonlySet<string>,
  gone: Gone,
): void {
  const lost = new Set<string>();
  for (const key of ["foreignFields", "plainFields"])
    for (const field of elementsOf(memberOf(model, key))) {
      const own = stringOf(memberOf(field, "name")) ?? "";
      const target = stringOf(memberOf(memberOf(field, "relation"), "targetModel")) ?? "";
      if (!fields.has(`${name}.${own}`) && !models.has(target)) continue;
      gone.add(field);
      lost.add(own);
    }
  for (const key of ["uniqueIndexes", "plainIndexes", "ginIndexes"])
    for (const index of elementsOf(memberOf(model, key))) {
      const columns = [memberOf(index, "fieldName"), ...elementsOf(memberOf(index, "fieldNames"))];
      if (columns.some((column) => lost.has(stringOf(column) ?? ""))) gone.add(index);
    }
}
