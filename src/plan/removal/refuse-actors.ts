import type { Backend } from "../../source/backend.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { isActor, type Family } from "./family.js";
import type { Spec } from "../../spec/spec.js";

/** Why a family may not be removed yet: it holds an actor, its sessions, or a table that grants rights. */
export function refusalOf(
  family: Family,
  { database, api }: Spec,
  backend: Backend,
): { readonly reason: string; readonly remedy: string } | null {
  for (const name of family.models) {
    const actor = isActor(database.models.get(name)) || signsIn(name, api);
    if (!actor && !grantsRights(name, backend)) continue;
    const what = actor ? "an actor or its sessions" : "a table that rights are read from";
    const way = family.roots.includes(name) ? "" : ` (it cannot exist without ${family.roots.join(", ")})`;
    return {
      reason: `${name} is ${what}${way}; removing it would take permission checks away.`,
      remedy:
        "Removing actors and permission tables is not supported yet; remove the features around it instead.",
    };
  }
  return null;
}

/** Whether an operation that signs somebody in takes or answers with the model. */
export function signsIn(model: string, api: InterfaceSpec): boolean {
  return [...api.operations.values()].some(
    (each) =>
      /\/auth\/.*\/(join|login|refresh)$/.test(each.path) &&
      [each.body, each.response].some((dto) => dto !== null && api.dtos.get(dto)?.model === model),
  );
}

/** Whether an authorization file queries the model. */
function grantsRights(model: string, backend: Backend): boolean {
  for (const file of backend.files.values()) {
    if (!/^src\/(providers\/authorize|decorators)\//.test(file.path)) continue;
    if (file.text !== null && new RegExp(`\\.\\s*${model}\\s*\\.`).test(file.text)) return true;
  }
  return false;
}
