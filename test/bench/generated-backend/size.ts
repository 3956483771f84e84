import { OPTIONAL_TESTS, makeFamilies, mostFamilies } from "./family.js";
import type { Family } from "./family.js";

/** What a backend without any family has. */
const SHARED_ENDPOINTS = 11;
/** What a family has that administrators do not moderate. */
const FAMILY_ENDPOINTS = 12;

/** Families that make a backend of so many endpoints. */
export function familiesForEndpoints(endpoints: number): Family[] {
  const count = Math.floor((endpoints - SHARED_ENDPOINTS) / FAMILY_ENDPOINTS);
  const moderated = endpoints - SHARED_ENDPOINTS - count * FAMILY_ENDPOINTS;
  return checked(makeFamilies(count, moderated, 0), `${endpoints} endpoints`);
}

/**
 * Families that make a backend of exactly so many TypeScript files: as many
 * families as fit, and tests for what is left over.
 */
export function familiesForFiles(
  files: number,
  countFiles: (families: readonly Family[]) => number,
): Family[] {
  // The first family also makes folders that the others share, so count from it.
  const first = countFiles(makeFamilies(1, 0, 0));
  const perFamily = countFiles(makeFamilies(2, 0, 0)) - first;
  const perModeration = countFiles(makeFamilies(1, 1, 0)) - first;
  const shared = first - perFamily;
  const count = Math.floor((files - shared) / perFamily);
  const left = files - shared - count * perFamily;
  const moderated = Math.max(0, Math.ceil((left - count * OPTIONAL_TESTS) / perModeration));
  return checked(makeFamilies(count, moderated, left - moderated * perModeration), `${files} files`);
}

function checked(families: Family[], size: string): Family[] {
  if (families.length < 1 || families.length >= mostFamilies)
    throw new RangeError(`A generated backend can not have ${size}.`);
  return families;
}
