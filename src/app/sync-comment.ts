import type { Published } from "../run/outcome.js";
import { needsConsent } from "./consent.js";
import { code, details, plural } from "./markdown.js";
import { contractSection } from "./sections/contract-section.js";
import { impactTable } from "./sections/impact-table.js";
import { migrationSection } from "./sections/migration-section.js";
import { noticesSection } from "./sections/notices-section.js";
import { verificationTable } from "./sections/verification-table.js";

/** What was committed behind a person's commits: the commit, what it follows from, and what the gates say. */
export function syncText({ plan, edits, gates, migration, contract, proposal }: Published): string {
  const codes = [...new Set(migration?.risks.filter(needsConsent).map((risk) => risk.code))];
  const parts: readonly (readonly [title: string, text: string | null])[] = [
    ["Verification", verificationTable(gates)],
    ["Impact", impactTable(plan.steps, edits)],
    ["Contract", contractSection(contract)],
    ["Migration", migrationSection(migration, [])],
  ];
  const notices = noticesSection(plan.notices);
  return [
    `${proposal.commit} on ${code(proposal.branch)} follows your edits: ${code(plan.change)}. ` +
      `${plural(edits.length, "file")} changed, every gate passed on the whole branch against its base.`,
    ...(codes.length === 0
      ? []
      : [
          `The migration can lose data. Consent with ${codes.map((risk) => code(`/autobe accept ${risk}`)).join(", ")}.`,
        ]),
    ...(notices === null ? [] : [notices]),
    ...parts.flatMap(([title, text]) => (text === null ? [] : [details(title, text)])),
  ].join("\n\n");
}
