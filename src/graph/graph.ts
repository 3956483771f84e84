import type { Backend } from "../source/backend.js";
import type { ArtefactKind } from "../source/layout.js";
import type { DatabaseSpec } from "../spec/database/database-spec.js";
import type { FileFacts } from "./facts/file-facts.js";
import type { DtoEntry } from "./link/dto-table.js";
import type { SdkEntry } from "./link/sdk-table.js";

/** What uses what in a backend: artefacts and their members, with edges that can be followed both ways. */
export interface Graph {
  readonly backend: Backend;
  readonly database: DatabaseSpec;
  /** By path: every file that takes part. */
  readonly files: ReadonlyMap<string, FileNode>;
  readonly dtos: ReadonlyMap<string, DtoEntry>;
  /** By accessor. */
  readonly sdk: ReadonlyMap<string, SdkEntry>;
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /** What a node uses. */
  uses(id: string): readonly Edge[];
  /** What uses a node. */
  users(id: string): readonly Edge[];
}

export type NodeKind =
  "file" | "symbol" | "model" | "field" | "dto" | "property" | "operation" | "sdk" | "section";

export interface GraphNode {
  /** "kind:name"; names are unique within a kind. */
  readonly id: string;
  readonly kind: NodeKind;
  /** "bbs_articles.title", "IBbsArticle.ISummary", "src/a.ts#name", "PATCH /bbs/articles", "docs/a.md#12". */
  readonly name: string;
  /** File that declares it. */
  readonly path: string;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly how: EdgeHow;
}

export type EdgeHow =
  | "declares"
  | "imports"
  | "references"
  | "belongs to"
  | "has"
  | "maps"
  | "reads"
  | "writes"
  | "selects"
  | "filters"
  | "orders"
  | "builds"
  | "types"
  | "calls"
  | "exposes"
  | "requests"
  | "describes";

export interface FileNode {
  readonly path: string;
  readonly kind: ArtefactKind;
  readonly facts: FileFacts;
  /** Member names that occur in it with an unknown owner, each with a sum of `HOW` flags. */
  readonly names: ReadonlyMap<string, number>;
  /** Those that occur as members of a model or DTO: id of its node → names. */
  readonly owned: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Files it imports, type imports and re-exports included. */
  readonly imports: ReadonlySet<string>;
  /** Models it touches: by delegate, by a `Prisma.…` type, by a relation key of one of those. */
  readonly models: ReadonlyMap<string, ModelUse>;
  /** DTOs it uses by name. */
  readonly dtos: ReadonlySet<string>;
  /** Ids of the DTOs, and of the symbols of other files, that the types of what its functions take are made of. */
  readonly taken: ReadonlySet<string>;
  /** Ids of the symbols of other files it uses. */
  readonly symbols: ReadonlySet<string>;
  /** Accessors of SDK functions it calls: "bbs.articles.index". */
  readonly sdk: ReadonlySet<string>;
}

export interface ModelUse {
  readonly how: EdgeHow;
  /** For a relation key "model.key" that led here, else null. */
  readonly through: string | null;
  readonly creates: boolean;
}
