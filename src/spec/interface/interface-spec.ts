import type { Span } from "../../source/edit.js";

/** The interface part of a backend's spec: the DTOs of `src/api/structures`, the operations of the controllers. */
export interface InterfaceSpec {
  /** By qualified name, such as "IBbsArticle" or "IBbsArticle.ISummary". */
  readonly dtos: ReadonlyMap<string, Dto>;
  /** By key: "PATCH /bbs/articles/{articleId}/comments" (path parameters in braces). */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Keys that operations had before, and that answer with their new paths. */
  readonly forwards?: ReadonlySet<string>;
}

export interface Dto {
  readonly name: string;
  readonly path: string;
  /** The declaration with its doc comment. */
  readonly span: Span;
  /** Model it maps: from `@x-autobe-database-schema`, else by longest model-name match of its name; null if none. */
  readonly model: string | null;
  /** Empty for aliases, unions and whatever is not an object type. */
  readonly properties: readonly DtoProperty[];
  /** Qualified names of DTOs used anywhere in its type, its own properties included. */
  readonly references: readonly string[];
}

export interface DtoProperty {
  readonly name: string;
  readonly optional: boolean;
  /** Its type as written. */
  readonly type: string;
  readonly references: readonly string[];
  /** Column from `@x-autobe-database-schema-property`, else null. */
  readonly column: string | null;
  readonly span: Span;
}

export interface Operation {
  /** Key in `InterfaceSpec.operations`. */
  readonly key: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Full path with parameters in braces. */
  readonly path: string;
  /** Actor who may call it, from the decorator or `@x-autobe-authorization-actor`; null if public. */
  readonly actor: string | null;
  /** The places of the actor that it is for, as "position.supervisor"; left out where it is for all of them. */
  readonly places?: readonly string[];
  /** The provider function that its body calls; null where the controller does the work itself. */
  readonly provider: { readonly name: string; readonly path: string } | null;
  readonly controller: { readonly path: string; readonly className: string; readonly methodName: string };
  /** Names of the path parameters, in path order. */
  readonly parameters: readonly string[];
  /** Qualified DTO names; null if there is none. */
  readonly body: string | null;
  readonly response: string | null;
  /** Names under `api.functional`, such as ["bbs", "articles", "comments", "index"]; null if not found. */
  readonly accessor: readonly string[] | null;
}
