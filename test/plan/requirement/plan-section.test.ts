import { describe, expect, test } from "@jest/globals";
import { printChange } from "../../../src/change/forms.js";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Planned } from "../../../src/plan/planned.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { changeOf } from "../../support/change-of.js";

const PATH = "docs/analysis/02-rules.md";
const RULES = `# Rules

## Orders

- THE system SHALL keep orders.

### Prices

- THE system SHALL round prices.

## Delivery

Orders are delivered.
`;
const OTHER = "# Terms\n\n## Prices\n\nWhat a price is.\n";

function planned(line: string, text = RULES): Planned {
  const change = changeOf(line);
  // What is printed means the same.
  expect(changeOf(printChange(change))).toEqual(change);
  const backend = makeBackend("docs", [
    [PATH, text],
    ["docs/analysis/01-terms.md", OTHER],
  ]);
  return planChange(backend, change, new Map());
}

function after(line: string, text = RULES): string {
  const found = planned(line, text);
  if (found.kind !== "plan") throw new Error(JSON.stringify(found));
  return found.edits()[0]?.after ?? "";
}

describe("a section of the requirements", () => {
  test("is added behind its siblings, in their manner", () => {
    const line =
      'add section "Returns" to 02-rules#orders saying "THE system SHALL \\"take\\" returns.\\nIt pays."';
    const block = '\n### Returns\n\n- THE system SHALL "take" returns.\n- It pays.\n';
    const rounded = "- THE system SHALL round prices.\n";
    expect(after(line)).toBe(RULES.replace(rounded, rounded + block));
    expect(planned(line, after(line)).kind).toBe("nothing-to-do");
  });

  test("is added to a document, on the level of what is there", () => {
    const line = 'add section "Payment" to 02-rules saying "Orders are paid."';
    expect(after(line)).toBe(`${RULES}\n## Payment\n\nOrders are paid.\n`);
    expect(after(line, RULES.trimEnd())).toBe(`${RULES}\n## Payment\n\nOrders are paid.\n`);
  });

  test("gets another text, and those below it stay", () => {
    const line = 'change section orders to "THE system SHALL keep orders for ten years."';
    expect(after(line)).toBe(RULES.replace("keep orders.", "keep orders for ten years."));
    expect(planned(line, after(line)).kind).toBe("nothing-to-do");
  });

  test("goes with those below it", () => {
    const gone = RULES.slice(RULES.indexOf("## Orders"), RULES.indexOf("## Delivery"));
    expect(after("remove section Orders")).toBe(RULES.replace(gone, ""));
    expect(planned("remove section Orders", after("remove section Orders")).kind).toBe("nothing-to-do");
  });

  test("keeps Windows line ends", () => {
    const windows = RULES.replaceAll("\n", "\r\n");
    const line = 'add section "Returns" to 02-rules#orders saying "One.\\nTwo."';
    expect(after(line, windows)).toBe(after(line).replaceAll("\n", "\r\n"));
  });

  test.each([
    [
      "of two documents is a question",
      "remove section prices",
      "ambiguous",
      "remove section 02-rules#prices",
    ],
    ["that is not there has nearest names", "remove section oders", "nothing-to-do", "02-rules#orders"],
    [
      "that is there with another text is not written twice",
      'add section "Orders" to 02-rules saying "x"',
      "refused",
      'change section 02-rules#orders to \\"x\\"',
    ],
    ["has no heading in its text", 'change section orders to "a\\n## b"', "refused", "## b"],
    ["hides nothing", 'change section orders to "a <!-- b"', "refused", "<!--"],
    ["has a plain title", 'add section "a [b](c)" to 02-rules saying "x"', "refused", "heading"],
  ])("%s", (_, line, kind, word) => {
    const found = planned(line);
    expect(found.kind).toBe(kind);
    expect(JSON.stringify(found)).toContain(word);
  });
});
