import type { Change } from "../../change/change.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { type Carrier, carriersOf } from "../../spec/carried-by.js";
import type { Spec } from "../../spec/spec.js";
import { findModel, nothingCalled } from "../field/find-field.js";
import type { Found } from "../found.js";

/** Properties of one name in the DTOs of a model. */
export interface FoundProperty {
  readonly model: Model;
  /** The column that they carry; null for what is made up of something else. */
  readonly field: Field | null;
  /** At least one. */
  readonly carriers: readonly Carrier[];
}

/** The properties of a name, whatever their spelling; searches have conditions and are left out. */
export function findProperty<C extends Change & { readonly name: string; readonly of: string }>(
  change: C,
  { database, api }: Spec,
): Found<FoundProperty> {
  const model = findModel(change.of, database, (of) => ({ ...change, of }));
  if (!model.ok) return model;
  const own = [...api.dtos.values()].filter(
    (dto) => dto.model === model.value.name && !/\.IRequest\b/.test(dto.name),
  );
  const field = model.value.fields.find(({ name }) => name === change.name) ?? null;
  const byColumn = field === null ? [] : carriersOf(model.value, field, api);
  const byName = own.flatMap((dto) =>
    dto.properties
      .filter(
        (property) => property.name === change.name && !byColumn.some((each) => each.property === property),
      )
      .map((property) => ({ dto, property })),
  );
  const carriers = [...byColumn.filter(({ dto }) => own.includes(dto)), ...byName];
  if (carriers.length > 0) return { ok: true, value: { model: model.value, field, carriers } };
  const names = new Set(own.flatMap(({ properties }) => properties.map(({ name }) => name)));
  const reason = `No DTO of ${model.value.name} has a property "${change.name}".`;
  return nothingCalled(reason, change.name, new Map([...names].map((name) => [name, name])));
}
