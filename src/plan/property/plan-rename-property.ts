import type { RenameProperty } from "../../change/kinds/rename-property.js";
import type { Backend } from "../../source/backend.js";
import { NO_RENAMES } from "../../spec/renames.js";
import { respell } from "../../spec/respell.js";
import { readSpec } from "../../spec/spec.js";
import { taken } from "../field/plan-rename-field.js";
import { carryRenames } from "../rename/carry-renames.js";
import { nameProblem } from "../field/name-problem.js";
import type { Planned } from "../planned.js";
import { findProperty } from "./find-property.js";

/** Plans another name for the properties of a name; a column that they carry keeps its own. */
export function planRenameProperty(backend: Backend, change: RenameProperty): Planned {
  const spec = readSpec(backend);
  const found = findProperty(change, spec);
  if (!found.ok) return doneAlready(change, found.ending, spec.api.dtos.values());
  const { carriers } = found.value;
  const properties = carriers.flatMap(({ dto, property: { name } }) => {
    const to = respell(name, change.name, change.to);
    return name === to ? [] : [{ from: `${dto.name}.${name}`, to }];
  });
  if (properties.length === 0)
    return {
      kind: "nothing-to-do",
      reason: `The column "${change.name}" of ${found.value.model.name} is "${change.to}" in its DTOs already.`,
      nearest: [],
    };
  const renames = { ...NO_RENAMES, properties };
  const problem = nameProblem(change.to, { ...found.value.model, fields: [] }) ?? taken(renames, spec);
  return problem === null
    ? carryRenames(backend, change, spec, renames, [], () => [])
    : { kind: "refused", ...problem };
}

function doneAlready(
  { name, of, to }: RenameProperty,
  ending: Planned,
  dtos: Iterable<{ readonly properties: readonly { readonly name: string }[] }>,
): Planned {
  const isThere = [...dtos].some(({ properties }) => properties.some((each) => each.name === to));
  if (ending.kind !== "nothing-to-do" || !isThere) return ending;
  return { ...ending, reason: `The DTOs of ${of} have no "${name}"; there is a "${to}" already.` };
}
