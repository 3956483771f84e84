import { foldNotices } from "../../generate/fold-notices.js";
import type { Notice } from "../../generate/notice.js";
import { block, code, plain } from "../markdown.js";

/** A kind without a heading does not compile. */
const HEADINGS: Readonly<Record<Notice["kind"], string>> = {
  conflict: "Places that you and this change both wrote; yours stay, and a person should look at them",
  unsaid: "What no change says; it stays as you wrote it, and nothing follows from it",
  "dropped-guard": "Checks that were dropped by an answer",
  "closed-branch": "Branches in which nothing is left but the refusal; a person should read them",
  "lost-limit":
    "Limits that nothing checks any more, because they counted what is gone; a person should read them",
  "mixed-requirement": "Requirement sections that mix this with other things; a person should read them",
  "stale-file": "Derived files that are stale now",
  "weakened-test": "Tests that check less than before",
  "deleted-test": "Tests that are gone",
  "assumed-value": "Places that show a default, because they know no row",
  prose: "Prose that still mentions it",
  repository: "About the repository",
};

const ORDER = Object.keys(HEADINGS) as Notice["kind"][];
const PER_KIND = 25;

/** Code that a person has to read to decide. */
const QUOTED: ReadonlySet<Notice["kind"]> = new Set(["dropped-guard", "lost-limit"]);

/** What a person should look at; null where there is nothing. Lost checks are quoted in full. */
export function noticesSection(notices: readonly Notice[]): string | null {
  const parts = ORDER.flatMap((kind) => {
    const found = foldNotices(notices).filter((notice) => notice.kind === kind);
    if (found.length === 0) return [];
    const shown = found.slice(0, PER_KIND).map(line);
    const more = found.length - shown.length;
    return [`**${HEADINGS[kind]}**\n\n${shown.join("\n")}${more > 0 ? `\n- and ${more} more` : ""}`];
  });
  return parts.length === 0 ? null : parts.join("\n\n");
}

function line(notice: Notice): string {
  const place = notice.line === null ? notice.path : `${notice.path}:${notice.line}`;
  const where = place === "" ? "" : `${code(place)}`;
  if (!QUOTED.has(notice.kind)) return `- ${[where, plain(oneLine(notice.text))].filter(Boolean).join(": ")}`;
  return `- ${where}\n${indent(block("ts", notice.text))}`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
