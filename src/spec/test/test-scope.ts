import type { Operation } from "../interface/interface-spec.js";

/** What a test can see. */
export interface TestScope {
  /** By accessor: "bbs.member.articles.create". */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Functions of the tests' own that take a connection. */
  readonly helpers: readonly string[];
  /** All other names that come from outside. */
  readonly names: readonly string[];
}

/** The operations of a backend by their accessors. */
export function byAccessor(operations: Iterable<Operation>): ReadonlyMap<string, Operation> {
  const found = new Map<string, Operation>();
  for (const operation of operations)
    if (operation.accessor !== null) found.set(operation.accessor.join("."), operation);
  return found;
}
