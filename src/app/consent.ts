import type { Migration } from "../run/outcome.js";

/** Codes of what loses data for good; every other one is told, and asks nobody for anything. */
const NEEDS_CONSENT: readonly string[] = ["destructive"];

export function needsConsent(risk: Migration["risks"][number]): boolean {
  return NEEDS_CONSENT.includes(risk.code);
}
