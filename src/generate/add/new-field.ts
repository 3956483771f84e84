import type { FieldType } from "../../change/field-type.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Dto } from "../../spec/interface/interface-spec.js";

/** A new column of a model, and the DTOs that carry its value. */
export interface NewField {
  readonly model: Model;
  readonly name: string;
  readonly type: FieldType;
  /** Argument of `@default(…)`; null without one. */
  readonly default: string | null;
  readonly carriers: readonly NewCarrier[];
}

export interface NewCarrier {
  readonly dto: Dto;
  /** Name of the property, in the spelling of its neighbours. */
  readonly property: string;
  readonly use: CarrierUse;
}

/** What a DTO does with a value: shows it, sets it in a new row, sets it in a row that is there. */
export type CarrierUse = "read" | "create" | "update";
