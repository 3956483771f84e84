import type { Change } from "./change.js";

/** A kind without a line here does not compile. */
const PRINTERS: { readonly [K in Change["kind"]]: (change: Extract<Change, { kind: K }>) => string } = {
  "remove-feature": (change) => `remove ${change.target}`,
};

/** The one-line form of a change, as a person writes it behind `/autobe`. Parsing it gives the change back. */
export function printChange(change: Change): string {
  return PRINTERS[change.kind](change);
}
