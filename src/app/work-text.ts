import type { Work } from "../run/outcome.js";
import { needsConsent } from "./consent.js";
import { code, details } from "./markdown.js";
import { contractSection } from "./sections/contract-section.js";
import { impactTable } from "./sections/impact-table.js";
import { migrationSection } from "./sections/migration-section.js";
import { noticesSection } from "./sections/notices-section.js";
import { verificationTable } from "./sections/verification-table.js";

/** What a commit on a branch came to: what is said first, and below it what the gates say, why, and at what risk. */
export function workText(lead: string, { plan, edits, gates, byModel, migration, contract }: Work): string {
  const codes = [...new Set(migration?.risks.filter(needsConsent).map((risk) => risk.code))];
  const parts: readonly (readonly [title: string, text: string | null])[] = [
    ["Verification", verificationTable(gates)],
    ["Impact", impactTable(plan.steps, edits, byModel)],
    ["Contract", contractSection(contract)],
    ["Migration", migrationSection(migration, [])],
  ];
  const notices = noticesSection(plan.notices);
  return [
    lead,
    ...(codes.length === 0
      ? []
      : [
          `The migration can lose data. Consent with ${codes.map((risk) => code(`/autobe accept ${risk}`)).join(", ")}.`,
        ]),
    ...(notices === null ? [] : [notices]),
    ...parts.flatMap(([title, text]) => (text === null ? [] : [details(title, text)])),
  ].join("\n\n");
}
