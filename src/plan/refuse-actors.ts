import type { Backend } from "../source/backend.js";
import { isActor, type Family } from "./family.js";
import type { Spec } from "./remove-from-spec.js";

/** Why a family may not be removed yet: it holds an actor, its sessions, or a table that grants rights. */
export function refusalOf(
  family: Family,
  { database }: Spec,
  backend: Backend,
): { readonly reason: string; readonly remedy: string } | null {
  for (const name of family.models) {
    const actor = isActor(database.models.get(name));
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

/** Whether an authorization file queries the model. */
function grantsRights(model: string, backend: Backend): boolean {
  for (const file of backend.files.values()) {
    if (!/^src\/(providers\/authorize|decorators)\//.test(file.path)) continue;
    if (file.text !== null && new RegExp(`\\.\\s*${model}\\s*\\.`).test(file.text)) return true;
  }
  return false;
}
