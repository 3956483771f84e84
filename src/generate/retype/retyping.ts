import type { NewField } from "../add/new-field.js";
import type { FieldType } from "../../change/field-type.js";
import { scalarOf } from "../scalars.js";

/** How the values of a column look in code. */
export type Shape = "text" | "number" | "boolean" | "moment" | "other";

/** A column that gets another type, and what is known of its values. */
export interface Retyping {
  /** With the new type; carried by no DTO, because `carried` says it. */
  readonly field: NewField;
  /** In rows, before and after. */
  readonly from: Shape;
  readonly to: Shape;
  /** "IBbsArticle.ICreate" → name of the property that carries it. */
  readonly carried: readonly CarriedProperty[];
  /** Whether each value of the old type is one of the new type as well, in DTOs: then code only has to compile. */
  readonly widens: boolean;
  /** Stands where the code says a value that has no place in the new type; null refuses. As TypeScript writes it. */
  readonly otherwise: string | null;
  /** Whether the database itself knows the values: then it takes no other text, and looks for no part of one. */
  readonly enumerated: boolean;
  /** How the DTOs showed it before. */
  readonly before: FieldType;
}

export interface CarriedProperty {
  readonly dto: string;
  readonly path: string;
  readonly property: string;
  readonly span: { readonly start: number; readonly end: number };
  /** A search takes it as a condition. */
  readonly search: boolean;
  /** Its type from now on, null aside. */
  readonly type: string;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  String: "text",
  Int: "number",
  Float: "number",
  Boolean: "boolean",
  DateTime: "moment",
};

/** Shape of what rows hold in a column of a Prisma type. */
export function shapeOfColumn(type: string): Shape {
  return SHAPES[type] ?? "other";
}

/** Shape of what rows hold, by the words of the change language. */
export function shapeOf({ name }: Pick<FieldType, "name">): Shape {
  switch (scalarOf(name)) {
    case "int":
    case "double":
      return "number";
    case "boolean":
      return "boolean";
    case "datetime":
      return "moment";
    default:
      return "text";
  }
}

/** Shape of what DTOs carry: moments go as text. */
export function carriedShape(shape: Shape): Shape {
  return shape === "moment" ? "text" : shape;
}
