import type { Answers } from "../../change/answer.js";
import type { HideProperty } from "../../change/kinds/hide-property.js";
import type { Backend } from "../../source/backend.js";
import type { Carrier } from "../../spec/carried-by.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import { useOf, wordOf } from "../field/choose-carriers.js";
import type { Planned } from "../planned.js";
import { planDifference } from "../removal/plan-removal.js";
import { findProperty, type FoundProperty } from "./find-property.js";

/** Plans taking a property out of DTOs. Where nothing is said, those that show it; the column stays. */
export function planHideProperty(backend: Backend, change: HideProperty, answers: Answers): Planned {
  const spec = readSpec(backend);
  const found = findProperty(change, spec);
  if (!found.ok) return found.ending;
  const { carriers, model } = found.value;
  const unknown = change.in?.find((word) => !carriers.some(({ dto }) => wordOf(dto) === word));
  const hidden = carriers.filter(({ dto }) =>
    change.in === null ? useOf(dto) === "read" : change.in.includes(wordOf(dto)),
  );
  if (unknown !== undefined || hidden.length === 0) {
    const known = [...new Set(carriers.map(({ dto }) => wordOf(dto)))];
    const where = unknown === undefined ? "in what is shown" : `in ${unknown}`;
    const reason = `${model.name} has no "${change.name}" ${where}; it is in ${known.join(", ")}.`;
    return { kind: "nothing-to-do", reason, nearest: [] };
  }
  const problem = hidden.flatMap((carrier) => problemOf(carrier, found.value) ?? [])[0];
  if (problem !== undefined) return { kind: "refused", ...problem };
  const properties = hidden.map(({ dto, property }) => `${dto.name}.${property.name}`);
  return planDifference(backend, change, answers, spec, { names: { ...NO_NAMES, properties } });
}

function problemOf(
  { dto, property }: Carrier,
  { field, model }: FoundProperty,
): { readonly reason: string; readonly remedy: string } | null {
  const name = `${dto.name}.${property.name}`;
  if (dto.properties.length === 1)
    return { reason: `${name} is all that ${dto.name} has.`, remedy: "Remove what uses that DTO instead." };
  const needed = field !== null && !field.optional && !field.hasDefault;
  if (useOf(dto) !== "create" || !needed) return null;
  return {
    reason: `A new row of ${model.name} has no "${field.name}" without ${name}.`,
    remedy: `Give the column a default first, or make it optional: change field ${field.name} of ${model.name} to optional.`,
  };
}
