import pluralize from "pluralize";
import type { Backend } from "../../source/backend.js";
import type { Field, Model, Stance } from "./database-spec.js";

type Plain = Omit<Model, "stance">;

/**
 * What each model is for. Nothing in a schema says it, so it is read from names and fields, first match wins:
 * 1. session – named "…session(s)" or "…refresh_token(s)".
 * 2. actor – named like a file `src/providers/authorize/<actor>Authorize.ts`, or holds a password column itself
 *    and no required key to another holder of one.
 * 3. snapshot – named "…snapshot(s)", or "<parent>_history / _revisions / _versions" of a model it must belong to.
 * 4. junction – two or more required keys to different models and no content of its own (ids, times, an order).
 * 5. subsidiary – must belong to a model whose singular name its own name continues, or extends one by a required
 *    key that is unique.
 * 6. primary – everything else.
 */
export function readStances(
  models: ReadonlyMap<string, Plain>,
  backend: Backend,
): ReadonlyMap<string, Stance> {
  const actors = actorNames(backend);
  return new Map(
    [...models.values()].map((model) => {
      if (/_(session|refresh_token)s?$/.test(model.name)) return [model.name, "session"];
      if (isActor(model, actors)) return [model.name, "actor"];
      if (isSnapshot(model)) return [model.name, "snapshot"];
      if (isJunction(model)) return [model.name, "junction"];
      return [model.name, isSubsidiary(model) ? "subsidiary" : "primary"];
    }),
  );
}

/** Relations a row cannot exist without. */
export function requiredParents(model: Pick<Model, "fields">): readonly Field[] {
  return model.fields.filter((field) => (field.relation?.fields.length ?? 0) > 0 && !field.optional);
}

function actorNames(backend: Backend): ReadonlySet<string> {
  const names = [...backend.files.keys()].map((path) =>
    /^src\/providers\/authorize\/(\w+)Authorize\.ts$/.exec(path),
  );
  return new Set(names.flatMap((match) => (match === null ? [] : [flat(match[1] as string)])));
}

/** Compared without underscores and case, because actor and table names are spelled apart ("todoMember", "todo_members"). */
function flat(name: string): string {
  return pluralize.singular(name.replaceAll("_", "").toLowerCase());
}

function isActor(model: Plain, actors: ReadonlySet<string>): boolean {
  const words = model.name.split("_");
  if (words.some((_, index) => actors.has(flat(words.slice(index).join("_"))))) return true;
  const owned = requiredParents(model).some((field) => actors.has(flat(field.type.split("_").at(-1) ?? "")));
  return (
    !owned && model.fields.some((field) => /^(hashed_)?password(_?hash(ed)?|_digest)?$/i.test(field.name))
  );
}

function isSnapshot(model: Plain): boolean {
  if (/_snapshots?$/.test(model.name)) return true;
  const stem = /^(.+)_(?:history|histories|revisions?|versions?)$/.exec(model.name)?.[1];
  return (
    stem !== undefined &&
    requiredParents(model).some((field) => stem.startsWith(pluralize.singular(field.type)))
  );
}

function isJunction(model: Plain): boolean {
  const parents = requiredParents(model);
  if (new Set(parents.map((field) => field.type)).size < 2) return false;
  const keys = new Set(model.fields.flatMap((field) => field.relation?.fields ?? []));
  return model.fields
    .filter((field) => field.relation === null && !field.id && !keys.has(field.name))
    .every(
      (field) => field.type === "DateTime" || /^(sequence|order|position|sort_order|rank)$/.test(field.name),
    );
}

function isSubsidiary(model: Plain): boolean {
  return requiredParents(model).some((field) => {
    if (model.name.startsWith(`${pluralize.singular(field.type)}_`)) return true;
    const keys = field.relation?.fields ?? [];
    const single = model.fields.some(
      (each) => keys.length === 1 && each.name === keys[0] && (each.unique || each.id),
    );
    return single || model.attributes.some((each) => each.kind === "unique" && same(each.fields, keys));
  });
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each) => right.includes(each));
}
