import type { Change } from "../../change/change.js";
import { type Selector, printSelector } from "../../change/selector.js";
import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import type { Found } from "../found.js";
import { findModel } from "./find-field.js";

/** The models that a selector means, in the order of the schema; at least one. */
export function findModels(
  selector: Selector,
  database: DatabaseSpec,
  rewrite: (selector: Selector) => Change,
): Found<readonly Model[]> {
  if (selector.models.length === 0) return byStance(selector, database);
  const found: Model[] = [];
  for (const word of selector.models) {
    const others = selector.models.filter((each) => each !== word);
    const model = findModel(word, database, (name) => rewrite({ models: [name, ...others], stance: null }));
    if (!model.ok) return model;
    if (!found.includes(model.value)) found.push(model.value);
  }
  return { ok: true, value: found };
}

function byStance(selector: Selector, database: DatabaseSpec): Found<readonly Model[]> {
  const models = [...database.models.values()];
  const found = models.filter((model) => selector.stance === null || model.stance === selector.stance);
  if (found.length > 0) return { ok: true, value: found };
  const reason = `No model fits "${printSelector(selector)}".`;
  const nearest = [...new Set(models.map(({ stance }) => `* where stance = ${stance}`))];
  return { ok: false, ending: { kind: "nothing-to-do", reason, nearest } };
}
