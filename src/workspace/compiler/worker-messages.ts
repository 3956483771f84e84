import type { Problem } from "../problem.js";
import type { Emitted } from "./emitted.js";

/** What a compiler process is started for. */
export interface WorkerTask {
  /** Folder of the tree. */
  readonly root: string;
  /** `node_modules` of the tools: the only place that code is loaded from. */
  readonly tools: string;
  /** Folders that may be read: the tree, its dependencies, the tools. */
  readonly readable: readonly string[];
  /** Path mappings of ours, absolute. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** The files that the programs start from, relative to the tree; null for all that the projects name. */
  readonly roots: readonly string[] | null;
  /** Whether comments are parsed as well. The transforms read their tags, the compiler itself needs none of them. */
  readonly comments: boolean;
}

export type WorkerRequest =
  | { readonly kind: "open"; readonly task: WorkerTask }
  /** Files that were written or deleted since the last question. */
  | { readonly kind: "changed"; readonly paths: readonly string[] }
  /** Of these files, or of all of them. */
  | { readonly kind: "check"; readonly scope: readonly string[] | null }
  | { readonly kind: "transform" }
  | { readonly kind: "emit" };

export type WorkerReply =
  | { readonly kind: "opened" }
  | { readonly kind: "noted" }
  | { readonly kind: "checked"; readonly problems: readonly Problem[]; readonly files: number }
  | {
      readonly kind: "transformed";
      readonly problems: readonly Problem[];
      readonly transforms: readonly string[];
    }
  | { readonly kind: "emitted"; readonly emitted: Emitted }
  | { readonly kind: "failed"; readonly message: string };
