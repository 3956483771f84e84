import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { nameMap, type Renames } from "../../spec/renames.js";

/** Why fields cannot follow a rename: their model has one of that name, which stays. Null if they can. */
export function takenField(
  renames: Renames,
  database: DatabaseSpec,
): { readonly reason: string; readonly remedy: string } | null {
  const fields = nameMap(renames.fields);
  for (const [from, to] of fields) {
    const owner = from.slice(0, from.lastIndexOf("."));
    const names = (database.models.get(owner)?.fields ?? []).map(
      ({ name }) => fields.get(`${owner}.${name}`) ?? name,
    );
    if (names.filter((name) => name === to).length < 2) continue;
    return {
      reason: `${from} would become "${to}", and ${owner} has a field of that name already.`,
      remedy: "Rename that field first, or choose another name.",
    };
  }
  return null;
}
