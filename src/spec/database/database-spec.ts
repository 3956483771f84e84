import type { Span } from "../../source/edit.js";

/** The database part of a backend's spec, read from every `*.prisma` file of `prisma/schema`. */
export interface DatabaseSpec {
  /** Paths of the schema files, in path order. */
  readonly files: readonly string[];
  /** Name of the provider in the datasource block, such as "sqlite" or "postgresql"; null without one. */
  readonly provider: string | null;
  readonly models: ReadonlyMap<string, Model>;
  readonly enums: ReadonlyMap<string, EnumBlock>;
}

export interface Model {
  readonly name: string;
  /** `@@map`'s table name, or the model's name. */
  readonly table: string;
  readonly path: string;
  /** From the start of the first line of the doc comment to behind the closing brace. */
  readonly span: Span;
  /** Text of the `///` lines, joined by line feeds, without the slashes. */
  readonly doc: string;
  readonly stance: Stance;
  readonly fields: readonly Field[];
  readonly attributes: readonly BlockAttribute[];
  /** The comment banners that head its parts, in order. */
  readonly banners: readonly Banner[];
}

/** Adjacent comment lines with a rule of dashes, such as "COLUMNS". */
export interface Banner {
  readonly title: string;
  /** Whole lines, the last line break excluded. */
  readonly span: Span;
}

/** What a model is for; read from its fields and name (`read-stance.ts` says how). */
export type Stance = "actor" | "session" | "primary" | "subsidiary" | "snapshot" | "junction";

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly optional: boolean;
  readonly id: boolean;
  readonly unique: boolean;
  /** In the order in which they are written. */
  readonly attributes: readonly FieldAttribute[];
  /** The database or Prisma fills it in: `@default`, `@updatedAt`. */
  readonly hasDefault: boolean;
  /** From the start of the first line of its doc comment to the end of its line, line break excluded. */
  readonly span: Span;
  readonly doc: string;
  /** Present on relation fields, at both ends. */
  readonly relation: Relation | null;
}

/** An attribute of a field such as `@default(0)`. */
export interface FieldAttribute {
  /** Without the at-sign: "default", "db.Uuid". */
  readonly name: string;
  /** What stands between its parentheses, as written; empty without any. */
  readonly argument: string;
  readonly span: Span;
}

export interface Relation {
  readonly name: string | null;
  readonly target: string;
  /** Own columns; empty at the end that holds no foreign key. */
  readonly fields: readonly string[];
  readonly references: readonly string[];
  readonly onDelete: string | null;
  /** The field of the target that is the other end; null if the schema lacks it. */
  readonly opposite: string | null;
}

/** A block attribute such as `@@index([a, b])`. */
export interface BlockAttribute {
  readonly kind: string;
  /** Field names it is over; empty where it names none. */
  readonly fields: readonly string[];
  /** Whole lines, the last line break excluded. */
  readonly span: Span;
}

export interface EnumBlock {
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  readonly values: readonly string[];
  /** What the database calls them: `@map`'s names, or the values themselves. In the same order. */
  readonly labels: readonly string[];
}
