import typia from "typia";
import type { Check } from "../host/github/check-runs.js";
import type { Migration } from "../run/outcome.js";
import { needsConsent } from "./consent.js";
import { code, plural } from "./markdown.js";
import { printMarker, readMarker, type Signer } from "./marker.js";
import type { Acceptance } from "./proposal-facts.js";
import { riskTable } from "./sections/migration-section.js";

interface SafetyMark {
  readonly risks: Migration["risks"];
  readonly accepted: readonly Acceptance[];
}

/**
 * What the check `autobe / schema-safety` says, printed and parsed. Only the app can write its own check runs, so
 * what was accepted is read back from here, and from nowhere else.
 */
export class SchemaSafety {
  public constructor(
    private readonly risks: Migration["risks"],
    private readonly accepted: readonly Acceptance[],
  ) {}

  public static parse(text: string, signer: Signer): SchemaSafety | null {
    const mark = readMarker(signer, "schema-safety", text);
    return typia.is<SafetyMark>(mark) ? new SchemaSafety(mark.risks, mark.accepted) : null;
  }

  /** Codes of what a person has to say yes to. */
  public get codes(): readonly string[] {
    return [...new Set(this.risks.filter(needsConsent).map((risk) => risk.code))];
  }

  /** Codes that nobody has accepted yet. */
  public get open(): readonly string[] {
    return this.codes.filter((each) => !this.accepted.some((acceptance) => acceptance.code === each));
  }

  public accept(acceptance: Acceptance): SchemaSafety {
    const others = this.accepted.filter((each) => each.code !== acceptance.code);
    return new SchemaSafety(this.risks, [...others, acceptance]);
  }

  public check(signer: Signer): Check {
    const { risks, accepted, open } = this;
    const marker = printMarker(signer, "schema-safety", { risks, accepted } satisfies SafetyMark);
    const quotes = accepted.map((each) => `${code(each.code)} accepted by **${each.by}**: ${each.url}`);
    return {
      name: "autobe / schema-safety",
      conclusion: open.length > 0 ? "action_required" : "success",
      title:
        this.codes.length === 0 ? "No data can be lost" : open.length > 0 ? "Data can be lost" : "Accepted",
      summary:
        open.length === 0
          ? "Nothing is left to decide."
          : `${plural(open.length, "risk")} to be accepted by a person with write permission: ` +
            open.map((each) => code(`/autobe accept ${each}`)).join(", "),
      text: [marker, riskTable({ risks }, accepted), ...quotes].join("\n\n"),
      annotations: [],
    };
  }
}
