import type { Model } from "../../spec/database/database-spec.js";
import type { Spec } from "../../spec/spec.js";
import type { NamedValue } from "../names/named-values.js";
import { columnsOf, relationsOf } from "../names/visible-names.js";

/** What a member of these models or DTOs may be called; null where that is not known, or not to be said here. */
export function membersOf(
  { kind }: Pick<NamedValue, "kind">,
  owners: readonly string[],
  spec: Spec,
): readonly string[] | null {
  const models = owners.flatMap((name) => spec.database.models.get(name) ?? []);
  const of = (names: (model: Model) => readonly string[]) =>
    models.length === 0 ? null : [...new Set(models.flatMap((model) => [...names(model)]))];
  if (kind === "field") return of(columnsOf);
  if (kind === "relation") return of(relationsOf);
  if (kind !== "property") return null;
  const dtos = [...spec.api.dtos.values()].filter(
    ({ name, model }) => owners.includes(name) || owners.includes(model ?? ""),
  );
  return [...new Set(dtos.flatMap(({ properties }) => properties.map(({ name }) => name)))];
}
