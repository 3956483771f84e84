import { ownTables } from "../../generate/actor/copied-tables.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";
import { isSignIn } from "../actor/own-operations.js";
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
      remedy: actor
        ? remedyOf(name, { backend, database, api })
        : "Tables that rights are read from stay; remove the features around it instead.",
    };
  }
  return null;
}

/** An actor goes by a change of his own, which says what becomes of what he may do. */
function remedyOf(model: string, known: Known): string {
  const all = readActors(known);
  const owners = all.filter((each) => each.model !== null && isOwn(model, each.model, known.database));
  const [owner] = owners;
  if (owner !== undefined)
    return `To take the actor out, with all that is his, write: \`/autobe remove actor ${owner.name}\``;
  const keys = known.database.models.get(model)?.fields.map(({ relation }) => relation?.target) ?? [];
  const shared = all.filter((each) => keys.includes(each.model?.name));
  const lines = shared.map((each) => `\`/autobe remove actor ${each.name}\``).join(", ");
  return lines === ""
    ? "No actor was found whose it is; remove the features around it instead."
    : `It is of several actors; each of them goes by a change of his own: ${lines}`;
}

function isOwn(model: string, actor: Model, database: DatabaseSpec): boolean {
  return ownTables(actor, database).some(({ name }) => name === model);
}

/** How an operation that signs somebody in is taken out: with him. */
export function signInRemedy(operation: Operation, known: Known): string {
  const actor = readActors(known).find(({ name }) => isSignIn(operation, name));
  return actor === undefined
    ? "Name an operation that is not."
    : `It goes with its actor: \`/autobe remove actor ${actor.name}\``;
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
