import type { Coverage, Covered } from "../../graph/questions/coverage.js";
import { code, details, plural } from "../markdown.js";

/** How much of the requirements has operations, and how many operations have tests, with what is left over. */
export function coverageSection({ sections, operations }: Coverage): string {
  return [
    said(sections, "requirement section", "about what operations work on"),
    said(operations, "operation", "called by a test"),
  ].join("\n\n");
}

const SHOWN = 40;

function said({ all, without }: Covered, what: string, how: string): string {
  const lead = `${all - without.length} of ${plural(all, what)} ${all === 1 ? "is" : "are"} ${how}.`;
  if (without.length === 0) return lead;
  const more = without.length > SHOWN ? [`and ${without.length - SHOWN} more`] : [];
  const names = [...without.slice(0, SHOWN).map((name) => code(name)), ...more].join("<br>");
  return `${lead}\n\n${details(`${without.length} without`, names)}`;
}
