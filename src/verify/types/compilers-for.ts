import type { Names } from "../../spec/names.js";

/** The last release that checks nested literals in inline Prisma calls for properties that do not exist. */
const STRICT_ABOUT_PROPERTIES = "5.9.3";

/** The last release with a compiler that can be asked in process. */
const LAST_WITH_API = "6.0.3";

/**
 * The releases whose verdict counts, the backend's own first. Since TypeScript 6 a removed field may stay in a nested
 * query without an error, and throw at run time; so removals are checked by the last release that reports it, too.
 */
export function compilersFor(pinned: string, removed: Names): readonly string[] {
  const major = Number.parseInt(pinned, 10);
  const own = major >= 7 ? LAST_WITH_API : pinned;
  return major >= 6 && isRemoval(removed) ? [own, STRICT_ABOUT_PROPERTIES] : [own];
}

function isRemoval(removed: Names): boolean {
  return Object.values(removed).some((names: readonly string[]) => names.length > 0);
}
