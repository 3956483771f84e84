import type { Backend } from "../source/backend.js";
import type { Progress } from "../util/progress.js";
import type { DependencySet } from "./dependency-set.js";
import type { Problem } from "./problem.js";
import type { TestRequest, TestRun } from "./tests/test-run.js";

/**
 * A place to check trees in. It holds two installations that never mix: tools, which are executed, and dependencies,
 * of which only the typings are read.
 */
export interface Workspace {
  /** The dependencies that a backend asks for, as exact versions. */
  readonly resolve: (backend: Backend, progress: Progress) => Promise<DependencySet>;
  /** A tree, to be checked by one release of the compiler. Nothing is made before it is asked. */
  readonly open: (request: CheckRequest, progress: Progress) => CheckedTree;
  /** A tree that stays open while its files change, checked by one release of the compiler. */
  readonly reside: (toolchain: Toolchain, progress: Progress) => ResidentTree;
}

/** What trees are compiled with. */
export interface Toolchain {
  readonly dependencies: DependencySet;
  /** Exact release of TypeScript. */
  readonly compiler: string;
}

export interface CheckRequest extends Toolchain {
  readonly backend: Backend;
  /** Only these files are checked, and only what they need is read; all files if left out. */
  readonly scope?: readonly string[];
}

export interface CheckedTree {
  /** Everything the compiler says about the tree. */
  readonly check: () => Promise<CheckReport>;
  /** What the official transforms say about it; they run over the same program. */
  readonly transform: () => Promise<TransformReport>;
  /** What the backend's own tests say about it: the tree is built, and executed in a sandbox. */
  readonly test: (request: TestRequest) => Promise<TestRun>;
  readonly close: () => Promise<void>;
}

export interface ResidentTree {
  /** What the compiler says about these files of a backend, or about all of them, once the tree holds it. */
  readonly check: (state: Backend, scope: readonly string[] | null) => Promise<CheckReport>;
  readonly close: () => Promise<void>;
}

export interface CheckReport {
  readonly problems: readonly Problem[];
  /** Files of the backend that were checked. */
  readonly files: number;
}

export interface TransformReport {
  readonly problems: readonly Problem[];
  /** The transforms that ran, with their versions; empty where the backend has none. */
  readonly transforms: readonly string[];
}
