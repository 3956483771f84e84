import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { requiredParents } from "../../spec/database/read-stance.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";

/** The models that go together, and what cannot stay although nobody said it goes. */
export interface Family {
  readonly roots: readonly string[];
  readonly models: ReadonlySet<string>;
  /** Models that require a member of the family and yet are things of their own. */
  readonly dependants: readonly Dependant[];
}

export interface Dependant {
  readonly model: Model;
  readonly field: Field;
}

/**
 * A model and what cannot exist without it and is part of it: its subsidiaries, snapshots, junctions and views, marks
 * that actors put on it, and what has no operations but under its paths. Any other model that requires it is a dependant.
 */
export function familyOf(roots: readonly string[], database: DatabaseSpec, api: InterfaceSpec): Family {
  const models = new Set(roots);
  let dependants: Dependant[] = [];
  for (let grown = true; grown;) {
    grown = false;
    dependants = [];
    for (const model of database.models.values()) {
      if (models.has(model.name)) continue;
      const field = requiredParents(model).find((each) => models.has(each.type));
      if (field === undefined) continue;
      if (belongs(model, field, models, api)) {
        models.add(model.name);
        grown = true;
      } else dependants.push({ model, field });
    }
  }
  return { roots, models, dependants };
}

function belongs(model: Model, field: Field, family: ReadonlySet<string>, api: InterfaceSpec): boolean {
  if (model.stance === "actor") return false;
  if (model.stance === "snapshot" || model.stance === "junction" || isView(model)) return true;
  if (model.stance === "subsidiary" && model.name.startsWith(field.type.replace(/s$/, ""))) return true;
  return isMark(model, field) || isPathChild(model, family, api);
}

export function isActor(model: Model | undefined): boolean {
  return model?.stance === "actor" || model?.stance === "session";
}

/** A materialised view holds nothing of its own. */
function isView(model: Model): boolean {
  return /^mv_/.test(model.name);
}

/** One row per parent and somebody, such as a vote or a bookmark: a mark on the parent, by a unique pair of keys. */
function isMark(model: Model, field: Field): boolean {
  const keys = field.relation?.fields ?? [];
  const columns = new Set(requiredParents(model).flatMap((each) => each.relation?.fields ?? []));
  return model.attributes.some(
    (each) =>
      /^(unique|id)$/.test(each.kind) &&
      each.fields.length === 2 &&
      keys.every((key) => each.fields.includes(key)) &&
      each.fields.every((name) => columns.has(name)),
  );
}

/** Whether no operation on a model stands outside of the paths of the family. */
function isPathChild(model: Model, family: ReadonlySet<string>, api: InterfaceSpec): boolean {
  const inside = [...collectionsOf(family, api)].map((path) =>
    isSingleton(path, api) ? `${path}/` : `${path}/{}`,
  );
  const own = [...api.operations.values()].filter(
    (each) => each.response !== null && api.dtos.get(each.response)?.model === model.name,
  );
  return own.length > 0 && own.every((each) => inside.some((start) => normalPath(each).startsWith(start)));
}

/** Whether there is but one resource at a path, such as the profile of a user: nothing is chosen below it by an id. */
function isSingleton(path: string, api: InterfaceSpec): boolean {
  const operations = [...api.operations.values()];
  const reads = operations.some((each) => each.method === "GET" && normalPath(each) === path);
  return reads && !operations.some((each) => normalPath(each).startsWith(`${path}/{}`));
}

/** Paths whose resources are of these models, without the actor's segment and parameter names. */
export function collectionsOf(models: ReadonlySet<string>, api: InterfaceSpec): ReadonlySet<string> {
  const paths = new Map<string, { own: number; all: number }>();
  for (const operation of api.operations.values()) {
    const model = operation.response === null ? null : (api.dtos.get(operation.response)?.model ?? null);
    if (model === null) continue;
    const path = normalPath(operation).replace(/\/\{\}$/, "");
    const count = paths.get(path) ?? { own: 0, all: 0 };
    paths.set(path, { own: count.own + (models.has(model) ? 1 : 0), all: count.all + 1 });
  }
  return new Set([...paths].filter(([, count]) => count.own * 2 > count.all).map(([path]) => path));
}

export function normalPath(operation: { readonly path: string; readonly actor: string | null }): string {
  const segments = operation.path.replaceAll(/\{\w+\}/g, "{}").split("/");
  return segments.filter((each) => each.toLowerCase() !== operation.actor?.toLowerCase()).join("/");
}
