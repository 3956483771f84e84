import type { Sides } from "./backfill-sql.js";

/** The table of a many-to-many relation of the head, and whether its column "A" points at the relation's owner. */
export function junctionOf(
  model: string,
  relation: string,
  { head, after }: Sides,
): { readonly table: string; readonly ownFirst: boolean } | null {
  const owner = head.models.get(model);
  const field = owner?.fields.find(({ name }) => name === relation);
  const target = head.models.get(field?.type ?? "");
  const opposite = target?.fields.find(({ name }) => name === field?.relation?.opposite);
  if (owner === undefined || field === undefined || target === undefined || opposite === undefined)
    return null;
  if (!field.list || !opposite.list) return null;
  const ownFirst = owner === target ? field.name < opposite.name : owner.name < target.name;
  const [first, second] = ownFirst ? [owner, target] : [target, owner];
  const table = `_${field.relation?.name ?? `${first.name}To${second.name}`}`;
  return after.tables.has(table) ? { table, ownFirst } : null;
}
