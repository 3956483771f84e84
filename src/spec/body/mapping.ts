import type { Expression, MaybeExpression, Spread } from "../expression/expression.js";

/** How one member of a row's input is filled, in collectors and wherever rows are created or updated. */
export type Mapping =
  | ScalarMapping
  | ParameterMapping
  | ConstantMapping
  | GeneratedMapping
  | BelongsToMapping
  | HasOneMapping
  | HasManyMapping
  | GivenMapping
  | ComputedMapping
  | Spread;

/** A column takes a property of the request's body: "props.body.title". */
export interface ScalarMapping {
  readonly kind: "scalar";
  readonly member: string;
  readonly from: string;
  /** What it is if the property is null or left out; null for nothing. */
  readonly fallback: MaybeExpression;
}

/** A column takes what the actor, a path parameter or a variable holds: "props.member.id". */
export interface ParameterMapping {
  readonly kind: "parameter";
  readonly member: string;
  readonly from: string;
}

/** A column takes a literal. */
export interface ConstantMapping {
  readonly kind: "constant";
  readonly member: string;
  readonly value: Expression;
}

/** A column takes a new uuid, or the time at which this runs, as a date or as ISO text. */
export interface GeneratedMapping {
  readonly kind: "generated";
  readonly member: string;
  readonly by: "uuid" | "now" | "isoNow";
  /** What it is taken as; null if the compiler knows. */
  readonly type: string | null;
}

/** A relation is connected by the id at a path: "props.body.category_id". Optional: only where there is one. */
export interface BelongsToMapping {
  readonly kind: "belongsTo";
  readonly member: string;
  readonly from: string;
  readonly optional: boolean;
}

/** One row is created with this one, by another collector. */
export interface HasOneMapping {
  readonly kind: "hasOne";
  readonly member: string;
  readonly collector: string;
  /** What the collector takes. */
  readonly props: Expression;
}

/** A row is created for each element of a list, by another collector. */
export interface HasManyMapping {
  readonly kind: "hasMany";
  readonly member: string;
  readonly list: Expression;
  /** Name of the element in `props`. */
  readonly item: string;
  /** Name of its number in `props`; null if it is not needed. */
  readonly index: string | null;
  readonly collector: string;
  readonly props: Expression;
}

/** A column is updated only where the request gives a value: "props.body.title". */
export interface GivenMapping {
  readonly kind: "given";
  readonly member: string;
  readonly from: string;
}

/** A member takes what an expression makes. */
export interface ComputedMapping {
  readonly kind: "computed";
  readonly member: string;
  readonly value: Expression;
}

/** How one property of an answer is filled, in transformers and wherever an answer is written out. */
export type Projection =
  | ScalarProjection
  | DateProjection
  | CountProjection
  | NeighbourProjection
  | NeighboursProjection
  | ConstantProjection
  | ComputedProjection
  | Spread;

/** A property takes a column as it is: "input.title". `type` is what it is taken as; null if the compiler knows. */
export interface ScalarProjection {
  readonly kind: "scalar";
  readonly property: string;
  readonly from: string;
  readonly type: string | null;
}

/** A property takes a time as ISO text; nullable ones null if there is none. */
export interface DateProjection {
  readonly kind: "date";
  readonly property: string;
  readonly from: string;
  readonly nullable: boolean;
}

/** A property takes how many rows a relation has: `<of>._count.<relation>`. */
export interface CountProjection {
  readonly kind: "count";
  readonly property: string;
  readonly of: string;
  readonly relation: string;
}

/** A property takes a related row, by that row's transformer; nullable ones null if there is none. */
export interface NeighbourProjection {
  readonly kind: "neighbour";
  readonly property: string;
  readonly from: string;
  readonly transformer: string;
  readonly nullable: boolean;
}

/** A property takes related rows, by their transformer. */
export interface NeighboursProjection {
  readonly kind: "neighbours";
  readonly property: string;
  readonly from: string;
  readonly transformer: string;
}

/** A property takes a literal. */
export interface ConstantProjection {
  readonly kind: "constant";
  readonly property: string;
  readonly value: Expression;
}

/** A property takes what an expression makes. */
export interface ComputedProjection {
  readonly kind: "computed";
  readonly property: string;
  readonly value: Expression;
}
