import type { Schema } from "./schema.js";

/** One declared type of a DTO file. */
export interface DtoDeclaration {
  /** Names of the namespaces around it, outermost first. */
  readonly scopes: readonly string[];
  readonly name: string;
  /** An interface is written with braces behind its name, a type with an equals sign. */
  readonly written: "interface" | "type";
  readonly exported: boolean;
  /** Type parameters as written: "T extends object". */
  readonly parameters: readonly string[];
  readonly doc: string;
  readonly schema: Schema;
}

/** A DTO file as its tree: what it takes from elsewhere, and what it declares. */
export interface DtoFile {
  readonly path: string;
  readonly imports: readonly DtoImport[];
  readonly declarations: readonly DtoDeclaration[];
  /** Statements that are no declarations of types, as written. */
  readonly unread: readonly string[];
}

export interface DtoImport {
  readonly from: string;
  /** Name there, and name here. */
  readonly names: readonly { readonly name: string; readonly as: string }[];
}
