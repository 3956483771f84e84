import type { AddTransition } from "../../change/kinds/add-transition.js";
import { printChange } from "../../change/forms.js";
import { nearestOf } from "../../change/nearest.js";
import type { Known } from "../../generate/create/known.js";
import type { NewColumn } from "../../generate/create/new-model.js";
import { columnOf, plainFields } from "../../generate/operation/existing-columns.js";
import { fieldCalled } from "../../generate/operation/describe-model.js";
import type { Model } from "../../spec/database/database-spec.js";
import { wordsOf } from "../../spec/words.js";
import { findField } from "../field/find-field.js";
import { type Found, refuse } from "../found.js";

/** The column that holds a row's state, if the states of a transition are values of it. */
export function stateOf(change: AddTransition, model: Model, known: Known): Found<NewColumn> {
  const column = change.field === null ? soleState(change, model, known) : namedState(change, model, known);
  if (!column.ok) return column;
  const { name, values } = column.value;
  const unknown = [...change.from, change.to].find((state) => !values.includes(state));
  if (unknown !== undefined) {
    const near = nearestOf(unknown, values);
    return refuse(
      `${model.name}.${name} is never "${unknown}".`,
      `${near === null ? "" : `Did you mean ${near}? `}It may be ${values.join(", ")}.`,
    );
  }
  if (change.from.includes(change.to))
    return refuse(`A row cannot go from ${change.to} to ${change.to}.`, "Leave out one of them.");
  return column;
}

function namedState(change: AddTransition, model: Model, known: Known): Found<NewColumn> {
  const found = findField(change.field ?? "", model, (field) => ({ ...change, field }));
  if (!found.ok) return found;
  const column = columnOf(model, found.value, known.api, known.database);
  return column !== null && column.values.length > 0
    ? { ok: true, value: column }
    : noSet(model, found.value.name);
}

/** `status` or `state`, else the only set of values; several are for the person to say. */
function soleState(change: AddTransition, model: Model, known: Known): Found<NewColumn> {
  const sets = plainFields(model)
    .flatMap((field) => columnOf(model, field, known.api, known.database) ?? [])
    .filter(({ values }) => values.length > 0);
  const named = sets.filter(({ name }) => /^(status|state)$/.test(wordsOf(name).at(-1) ?? ""));
  const fitting = named.length > 0 ? named : sets;
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return { ok: true, value: only };
  if (only !== undefined) {
    const candidates = fitting.map(({ name }) => ({
      command: printChange({ ...change, field: name }),
      takes: [],
    }));
    return { ok: false, ending: { kind: "ambiguous", candidates } };
  }
  const free = fieldCalled(model, "status") ?? fieldCalled(model, "state");
  if (free !== null) return noSet(model, free.name);
  const states = [...new Set([...change.from, change.to])].map((each) => `"${each}"`).join(" | ");
  return refuse(
    `${model.name} has no column that holds a state.`,
    `Add one: \`/autobe add field status: ${states} to ${change.model} default "${change.from[0] ?? ""}"\`.`,
  );
}

function noSet(model: Model, field: string): Found<never> {
  return refuse(
    `${model.name}.${field} may have any value: nothing says which states there are.`,
    "Give its DTOs a set of values in quotes, or name another column with: on <field>.",
  );
}
