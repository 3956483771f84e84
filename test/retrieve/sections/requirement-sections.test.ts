import { expect, test } from "@jest/globals";
import { requirementSections } from "../../../src/retrieve/sections/requirement-sections.js";
import { makeBackend } from "../../../src/source/make-backend.js";

const DOCUMENT = [
  "# Shop",
  "",
  "## Orders",
  "",
  "### Placing",
  "- One.",
  "",
  "### Paying",
  "- Two.",
  "",
  "## Orders",
  "- Three.",
  "",
].join("\n");

test("a section is what stands between its heading and the next one", () => {
  const backend = makeBackend("base", [
    ["docs/analysis/01-shop.md", DOCUMENT],
    ["docs/other.md", "# Not a requirement\n\nText."],
  ]);
  const path = "docs/analysis/01-shop.md";
  expect(requirementSections(backend)).toEqual([
    { id: "01-shop#placing", path, line: 5, title: "Placing", trail: ["Shop", "Orders"], text: "- One." },
    { id: "01-shop#paying", path, line: 8, title: "Paying", trail: ["Shop", "Orders"], text: "- Two." },
    { id: "01-shop#orders-1", path, line: 11, title: "Orders", trail: ["Shop"], text: "- Three." },
  ]);
});

test("ids stay when sections move", () => {
  const moved = DOCUMENT.replace("- One.\n\n### Paying\n- Two.", "- Two, elsewhere.");
  const ids = requirementSections(makeBackend("base", [["docs/analysis/01-shop.md", moved]])).map(
    ({ id }) => id,
  );
  expect(ids).toEqual(["01-shop#placing", "01-shop#orders-1"]);
});
