import type { Span } from "../../source/edit.js";
import type { Banner } from "./database-spec.js";

/** What a schema file says, before names are resolved. */
export interface BlockSyntax {
  /** "model", "view", "enum", "type", "datasource" or "generator". */
  readonly keyword: string;
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  /** 1-based line of its name. */
  readonly line: number;
  readonly doc: string;
  /** Fields of models, views and types. */
  readonly fields: readonly FieldSyntax[];
  readonly attributes: readonly AttributeSyntax[];
  readonly banners: readonly Banner[];
  /** Names of an enum's values. */
  readonly values: readonly string[];
  /** What the database calls them, in the same order. */
  readonly labels: readonly string[];
  /** Assignments of a datasource or generator: name → expression as written. */
  readonly settings: ReadonlyMap<string, string>;
}

export interface FieldSyntax {
  readonly name: string;
  readonly type: string;
  /** What stands in the parentheses behind the type, as in `Unsupported("circle")`; null without any. */
  readonly argument: string | null;
  readonly list: boolean;
  readonly optional: boolean;
  readonly attributes: readonly AttributeSyntax[];
  readonly span: Span;
  readonly line: number;
  readonly doc: string;
}

export interface AttributeSyntax {
  /** Without at-signs: "relation", "db.Uuid", "index". */
  readonly name: string;
  readonly arguments: readonly ArgumentSyntax[];
  readonly span: Span;
}

export interface ArgumentSyntax {
  /** Null for a positional argument. */
  readonly name: string | null;
  /** As written. */
  readonly text: string;
  /** First word of each element of a list argument. */
  readonly words: readonly string[];
}
