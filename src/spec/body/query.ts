import type { Expression, MaybeExpression } from "../expression/expression.js";
import type { Mapping } from "./mapping.js";

/** One question to the database, or one change of it. */
export type Query = Find | FindMany | Create | CreateMany | Update | UpdateMany | Delete | DeleteMany | Count;

/** One row, or null; with `orThrow` the request is answered with 404 if there is none. */
export interface Find {
  readonly kind: "find";
  readonly model: string;
  /** "unique" where the condition is over a unique key. */
  readonly by: "first" | "unique";
  readonly orThrow: boolean;
  /** Conditions as Prisma takes them: `{ id: props.articleId, deleted_at: null }`. */
  readonly where: MaybeExpression;
  readonly orderBy: MaybeExpression;
  readonly shape: Shape;
}

/** Rows. */
export interface FindMany {
  readonly kind: "findMany";
  readonly model: string;
  readonly where: MaybeExpression;
  readonly orderBy: MaybeExpression;
  readonly skip: MaybeExpression;
  readonly take: MaybeExpression;
  readonly shape: Shape;
}

export interface Create {
  readonly kind: "create";
  readonly model: string;
  readonly data: Data;
  readonly shape: Shape;
}

export interface CreateMany {
  readonly kind: "createMany";
  readonly model: string;
  /** A list of rows. */
  readonly data: Expression;
}

export interface Update {
  readonly kind: "update";
  readonly model: string;
  readonly where: Expression;
  readonly data: Data;
  readonly shape: Shape;
}

export interface UpdateMany {
  readonly kind: "updateMany";
  readonly model: string;
  readonly where: MaybeExpression;
  readonly data: Data;
}

export interface Delete {
  readonly kind: "delete";
  readonly model: string;
  readonly where: Expression;
}

export interface DeleteMany {
  readonly kind: "deleteMany";
  readonly model: string;
  readonly where: MaybeExpression;
}

export interface Count {
  readonly kind: "count";
  readonly model: string;
  readonly where: MaybeExpression;
}

/** What a row is created from or changed to. */
export type Data = CollectedData | MappedData | ComputedData;

/** What a collector makes of `props`. */
export interface CollectedData {
  readonly kind: "collected";
  readonly collector: string;
  readonly props: Expression;
}

/** Member by member. `type` is such as "Prisma.bbs_articlesCreateInput"; null for none. */
export interface MappedData {
  readonly kind: "mapped";
  readonly mappings: readonly Mapping[];
  readonly type: string | null;
}

export interface ComputedData {
  readonly kind: "computed";
  readonly value: Expression;
}

/** Which columns and relations the rows have. */
export type Shape = AllColumns | TransformerShape | SelectShape | IncludeShape;

/** All columns, no relations. */
export interface AllColumns {
  readonly kind: "all";
}

/** What a transformer needs. */
export interface TransformerShape {
  readonly kind: "transformer";
  readonly transformer: string;
}

/** Exactly these. */
export interface SelectShape {
  readonly kind: "select";
  readonly selections: readonly Selection[];
}

/** All columns, and these relations. */
export interface IncludeShape {
  readonly kind: "include";
  readonly selections: readonly Selection[];
}

export type Selection =
  ColumnSelection | NeighbourSelection | NestedSelection | CountSelection | ComputedSelection;

/** A column, or a relation with all of its columns. */
export interface ColumnSelection {
  readonly kind: "column";
  readonly name: string;
}

/** A relation with what its transformer needs. */
export interface NeighbourSelection {
  readonly kind: "neighbour";
  readonly relation: string;
  readonly transformer: string;
}

/** A relation with some of its columns, or of its rows. */
export interface NestedSelection {
  readonly kind: "nested";
  readonly relation: string;
  readonly where: MaybeExpression;
  readonly orderBy: MaybeExpression;
  readonly shape: Shape;
}

/** How many rows relations have. */
export interface CountSelection {
  readonly kind: "counts";
  readonly relations: readonly CountedRelation[];
}

/** `where` says which rows are counted; null for all. */
export interface CountedRelation {
  readonly relation: string;
  readonly where: MaybeExpression;
}

export interface ComputedSelection {
  readonly kind: "computed";
  readonly name: string;
  readonly value: Expression;
}
