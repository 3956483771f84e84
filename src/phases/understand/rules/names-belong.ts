import type { Change } from "../../../change/change.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { childPath } from "../../../model/schema/path.js";
import type { Model } from "../../../spec/database/database-spec.js";
import type { Spec } from "../../../spec/spec.js";
import { namedValues, type NamedValue } from "../named-values.js";
import type { Understanding } from "../understanding.js";
import { columnsOf, relationsOf } from "../visible-names.js";

/** A column, a relation or a property is one of the model that stands beside it; a path has the method. */
export function namesBelong(spec: Spec): Rule<Understanding> {
  return ({ changes }) => {
    const made = changes.flatMap(({ change }) => madeBy(change));
    return changes.flatMap(({ change }, index) => {
      const values = namedValues(change);
      const owners = values
        .filter(({ kind }) => kind === "model" || kind === "shape")
        .map(({ name }) => name);
      const method = values.find(({ kind }) => kind === "method")?.name;
      return values.flatMap((value): readonly Finding[] => {
        const known = value.kind === "path" ? pathsWith(method, spec) : membersOf(value, owners, spec);
        if (known === null || [...known, ...made].includes(value.name)) return [];
        const path = value.keys.reduce<string>(childPath, `$input.changes[${index}].change`);
        const of = value.kind === "path" ? `with ${method ?? "that method"}` : `of ${owners.join(", ")}`;
        const expected = `a ${value.kind} ${of}`;
        const candidates = nearestFirst(value.name, [...known, ...made]);
        return [{ path, expected, found: value.name, candidates, advice: null, by: "rule" }];
      });
    });
  };
}

/** The names that a change makes for others of the same answer. */
function madeBy(change: Change): readonly string[] {
  if (change.kind.startsWith("add-") && "name" in change) return change.name === null ? [] : [change.name];
  return change.kind.startsWith("rename-") && "to" in change && typeof change.to === "string"
    ? [change.to]
    : [];
}

/** What a member may be called; null where that is not known, or not to be said here. */
function membersOf({ kind }: NamedValue, owners: readonly string[], spec: Spec): readonly string[] | null {
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

function pathsWith(method: string | undefined, { api }: Spec): readonly string[] {
  return [...api.operations.values()].filter((each) => each.method === method).map(({ path }) => path);
}
