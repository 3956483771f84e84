import { expect, test } from "@jest/globals";
import { usesName } from "../../../src/generate/add/uses-name.js";

test.each([
  ["x(Maker.select())", true],
  ["{ ...Maker.select() }", true],
  ["other.Maker", false],
  ["OtherMaker", false],
  ["Makers", false],
])("%s", (code, uses) => {
  expect(usesName(code, "Maker")).toBe(uses);
});
