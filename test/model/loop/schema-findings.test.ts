import { describe, expect, it } from "@jest/globals";
import { schemaFindings } from "../../../src/model/loop/schema-findings.js";
import { MENU_SCHEMA, RIGHT } from "../tiny-step.js";

const [soup, cake] = RIGHT.dishes;

describe("what is wrong by the schema", () => {
  it("is nothing of a right value", () => expect(schemaFindings(RIGHT, MENU_SCHEMA)).toEqual([]));

  it.each([
    ["a name that does not exist", { ...soup, of: "carots" }, ".of", ["carrot", "potato", "apple", "sugar"]],
    ["a kind that does not exist", { ...soup, kind: "soups" }, ".kind", ["soup", "cake"]],
    ["no kind", { of: "carrot", liters: 2 }, ".kind", ["soup"]],
    [
      "an element that does not exist",
      { ...cake, with: ["apple", "salt"] },
      '["with"][1]',
      expect.arrayContaining(["apple"]),
    ],
    ["a number as words", { ...soup, liters: "two" }, ".liters", []],
    ["a missing member", { kind: "soup", of: "carrot" }, ".liters", []],
    [
      "another type where null may stand",
      { ...cake, candle: "salt" },
      ".candle",
      expect.arrayContaining(["sugar"]),
    ],
  ])("%s is told at its place, with what may stand there", (_what, dish, place, candidates) => {
    expect(schemaFindings({ title: "Lunch", dishes: [dish] }, MENU_SCHEMA)).toMatchObject([
      { path: `$input.dishes[0]${place}`, candidates, by: "schema" },
    ]);
  });

  it("a member that does not exist is told with those that do", () => {
    const { liters, ...rest } = { ...soup, litres: 2 } as Record<string, unknown>;
    const found = schemaFindings({ title: "Lunch", dishes: [rest] }, MENU_SCHEMA);
    expect(liters).toBe(2);
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["$input.dishes[0].liters", "$input.dishes[0].litres"]),
    );
    expect(found.find(({ path }) => path.endsWith("litres"))?.advice).toBe(
      "There is no such member; take it out. The members are kind, of, liters. Missing there: liters.",
    );
  });
});
