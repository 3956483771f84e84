import { createHash } from "node:crypto";
import typia from "typia";
import { POSTED_LIMIT } from "../util/posted-text.js";
import { printMarker, readMarker, type Signer } from "./marker.js";
import type { Acceptance, ProposalFacts } from "./proposal-facts.js";
import { splitSections } from "./split-sections.js";
import { commandsBlock } from "./sections/commands-block.js";
import { contractSection } from "./sections/contract-section.js";
import { coverageSection } from "./sections/coverage-section.js";
import { costSection } from "./sections/cost-section.js";
import { impactGraph } from "./sections/impact-graph.js";
import { impactTable } from "./sections/impact-table.js";
import { migrationSection } from "./sections/migration-section.js";
import { noticesSection } from "./sections/notices-section.js";
import { requirementDiff } from "./sections/requirement-diff.js";
import { summarySection, touched } from "./sections/summary-section.js";
import { verificationTable } from "./sections/verification-table.js";

/** What the hidden marker holds; a cache of base tree and trailers, never an authority. */
export interface ProposalMark {
  readonly change: string;
  /** Names this plan on this base. */
  readonly plan: string;
  readonly base: string;
  /** Comment that asked for it; null outside of GitHub. */
  readonly comment: number | null;
  readonly accepted: readonly Acceptance[];
}

const SECTIONS = [
  "Requirements",
  "Impact",
  "Graph",
  "Contract",
  "Coverage",
  "Migration",
  "Consent",
  "Verification",
  "For a person to look at",
  "Not touched",
  "Cost",
] as const;
type Section = (typeof SECTIONS)[number];

/** The text of a pull request: printed from facts, and parsed back into its mark and its sections. */
export class PullRequestBody {
  private constructor(
    public readonly mark: ProposalMark,
    private readonly summary: string,
    private readonly sections: ReadonlyMap<Section, string>,
  ) {}

  public static of(facts: ProposalFacts): PullRequestBody {
    const { plan, edits, gates, byModel, migration, contract, coverage } = facts.work;
    const sections = new Map<Section, string | null>([
      ["Requirements", requirementDiff(edits)],
      ["Impact", impactTable(plan.steps, edits, byModel)],
      ["Graph", impactGraph(plan.steps)],
      ["Contract", contractSection(contract)],
      ["Coverage", coverageSection(coverage)],
      ["Migration", migrationSection(migration, [])],
      ["Verification", verificationTable(gates)],
      ["For a person to look at", noticesSection(plan.notices)],
      [
        "Not touched",
        `${facts.files - touched(facts)} files are byte-identical; a gate compared every one of them.`,
      ],
      ["Cost", costSection(facts)],
    ]);
    const mark = {
      change: plan.change,
      plan: planId(facts),
      base: facts.base,
      comment: facts.asked?.comment ?? null,
      accepted: [],
    };
    const kept = [...sections].filter((entry): entry is [Section, string] => entry[1] !== null);
    return new PullRequestBody(mark, summarySection(facts), new Map(kept));
  }

  /** Null where the text is not one of ours, or its mark does not verify. */
  public static parse(text: string, signer: Signer): PullRequestBody | null {
    const mark = readMarker(signer, "pull-request", text);
    if (!typia.is<ProposalMark>(mark)) return null;
    // The commands are printed anew, and the marker is what was just read.
    const own = text.replace(/^<!-- autobe:.*? -->\n/, "").replace(commandsBlock(), "");
    const { before, sections } = splitSections(own, SECTIONS);
    return new PullRequestBody(mark, before, sections);
  }

  /** The same text with one more consent in it, quoted. */
  public withAcceptance(acceptance: Acceptance): PullRequestBody {
    const others = this.mark.accepted.filter((each) => each.code !== acceptance.code);
    const accepted = [...others, acceptance];
    const quotes = accepted.map((each) => `> /autobe accept ${each.code}\n\n— **${each.by}**, ${each.url}`);
    const sections = new Map(this.sections).set("Consent", quotes.join("\n\n"));
    return new PullRequestBody({ ...this.mark, accepted }, this.summary, sections);
  }

  /** Never longer than GitHub takes: what can be missed best goes first, and its absence is said. */
  public print(signer: Signer): string {
    const sections = new Map(this.sections);
    for (const name of [
      "Graph",
      "Requirements",
      "For a person to look at",
      "Contract",
      "Migration",
    ] as const) {
      const text = this.join(signer, sections);
      if (text.length <= POSTED_LIMIT - 1_000) return text;
      if (sections.has(name)) sections.set(name, "Too long to show here; see the changed files.");
    }
    return this.join(signer, sections);
  }

  private join(signer: Signer, sections: ReadonlyMap<Section, string>): string {
    const marker = printMarker(signer, "pull-request", this.mark);
    const parts = SECTIONS.flatMap((name) =>
      sections.has(name) ? [`### ${name}\n\n${sections.get(name)}`] : [],
    );
    return [`${marker}\n${this.summary}`, ...parts, commandsBlock()].join("\n\n");
  }
}

function planId({ work, base }: ProposalFacts): string {
  const steps = work.plan.steps.map(({ path, artefact, action }) => `${action} ${path} ${artefact}`);
  return createHash("sha256")
    .update([base, work.plan.change, ...steps].join("\n"))
    .digest("hex")
    .slice(0, 12);
}
