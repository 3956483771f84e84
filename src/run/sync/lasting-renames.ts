import type { SyncState } from "../../plan/sync/sync-state.js";
import type { Rename, Renames } from "../../spec/renames.js";

/**
 * Renames that follow each other as one each, from what the base has to what the person has. What a change named and
 * another one renamed was never in the base; what got its old name back was not renamed.
 */
export function lastingRenames(renames: Renames, { base, wanted }: SyncState): Renames {
  const models = chained(renames.models, (name) => name).filter(
    ({ from, to }) => base.database.models.has(from) && wanted.database.models.has(to),
  );
  const newOwner = new Map(models.map(({ from, to }) => [from, to]));
  const oldOwner = new Map(models.map(({ from, to }) => [to, from]));
  // A later change speaks of the owner by its new name.
  const written = renames.fields.map(({ from, to }) => {
    const [owner = "", field = ""] = from.split(".");
    return { from: `${oldOwner.get(owner) ?? owner}.${field}`, to };
  });
  const fields = chained(written, (name, from) => `${from.slice(0, from.indexOf("."))}.${name}`).filter(
    ({ from, to }) => {
      const [owner = "", field = ""] = from.split(".");
      const has = (known: typeof base, model: string, name: string): boolean =>
        known.database.models.get(model)?.fields.some((each) => each.name === name) === true;
      return has(base, owner, field) && has(wanted, newOwner.get(owner) ?? owner, to);
    },
  );
  return { ...renames, models, fields };
}

/** `key` gives a new name with its owner, as a later rename names what it renames. */
function chained(renames: readonly Rename[], key: (to: string, from: string) => string): readonly Rename[] {
  const found: Rename[] = [];
  for (const rename of renames) {
    const at = found.findIndex(({ from, to }) => key(to, from) === rename.from);
    const earlier = found[at];
    if (earlier === undefined) found.push(rename);
    else found[at] = { from: earlier.from, to: rename.to };
  }
  return found.filter(({ from, to }) => key(to, from) !== from);
}
