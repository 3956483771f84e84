import type { Risk } from "../verify/schema/migration-risks.js";

/** Whether data can be lost for good, so that a person has to say yes. A code without an entry does not compile. */
const NEEDS_CONSENT: Readonly<Record<Risk["code"], boolean>> = {
  destructive: true,
  "data-dependent": false,
  "backward-incompatible": false,
  locking: false,
};

export function needsConsent(risk: Risk): boolean {
  return NEEDS_CONSENT[risk.code];
}
