/**
 * What a DTO says about a value: a closed set of ten kinds, those of OpenAPI's schemas. `Unread` is no kind of its own:
 * it keeps the text of what was not understood, so that nothing is dropped.
 */
export type Schema =
  | ConstantSchema
  | BooleanSchema
  | NumericSchema
  | StringSchema
  | ArraySchema
  | ObjectSchema
  | ReferenceSchema
  | OneOfSchema
  | NullSchema
  | Unread;

/** One of some literals: `"low" | "high"`. */
export interface ConstantSchema extends Tagged {
  readonly kind: "constant";
  readonly values: readonly (string | number | boolean)[];
}

export interface BooleanSchema extends Tagged {
  readonly kind: "boolean";
}

/** An integer is a number with typia's tag `Type` of a whole type. */
export interface NumericSchema extends Tagged {
  readonly kind: "integer" | "number";
}

export interface StringSchema extends Tagged {
  readonly kind: "string";
}

export interface ArraySchema extends Tagged {
  readonly kind: "array";
  readonly items: Schema;
}

export interface ObjectSchema {
  readonly kind: "object";
  /** Types whose members it has as well: what an interface extends, what an intersection joins. */
  readonly bases: readonly ReferenceSchema[];
  readonly properties: readonly PropertySchema[];
  /** Type of the values under any other key, and how the key is written: `[key: string]: number`. */
  readonly additional: { readonly key: Schema; readonly value: Schema } | null;
}

export interface PropertySchema {
  readonly name: string;
  readonly optional: boolean;
  readonly readonly: boolean;
  readonly value: Schema;
  /** Text of its doc comment without slashes and asterisks; empty without one. */
  readonly doc: string;
}

/** A DTO, a type parameter or a type of the language such as `Partial`, with its arguments. */
export interface ReferenceSchema extends Tagged {
  readonly kind: "reference";
  readonly name: string;
  readonly arguments: readonly Schema[];
}

export interface OneOfSchema {
  readonly kind: "oneOf";
  readonly schemas: readonly Schema[];
}

export interface NullSchema {
  readonly kind: "null";
}

export interface Unread {
  readonly kind: "unread";
  readonly text: string;
}

export interface Tagged {
  /** typia's tags, in the order in which they are written. */
  readonly tags: readonly Tag[];
}

/** `tags.MinLength<1>`: the name is "MinLength". */
export interface Tag {
  readonly name: string;
  readonly value: TagValue;
}

/** What stands between the brackets; `Pattern` and `Format` hold texts, bounds hold numbers. */
export type TagValue = string | number | boolean | { readonly [key: string]: TagValue } | readonly TagValue[];

/** Names of types that are whole numbers in typia's tag `Type`. */
export const INTEGERS: ReadonlySet<string> = new Set(["int32", "uint32", "int64", "uint64"]);
