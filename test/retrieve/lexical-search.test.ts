import { describe, expect, it } from "@jest/globals";
import { lexicalSearch } from "../../src/retrieve/lexical-search.js";
import { SHOP, section } from "./section.js";

const idsFor = (question: string, sections = SHOP): readonly string[] =>
  [...lexicalSearch(sections)(question).keys()].map(({ id }) => id);

describe("search by words", () => {
  it("says which words stand where, and the rank", () => {
    const found = lexicalSearch(SHOP)("Refunding an order: refunds are late");
    const [first] = [...found];
    expect(first?.[0].id).toBe("shop#refunds");
    expect(first?.[1]).toMatchObject({
      rank: 1,
      terms: [
        { term: "order", fields: ["text"] },
        { term: "refund", fields: ["title", "text"] },
      ],
    });
  });

  it("finds identifiers by their words and in the plural", () => {
    expect(idsFor("shop_coupons")[0]).toBe("shop#coupons");
    expect(idsFor("CouponService.acceptCoupon")[0]).toBe("shop#coupons");
  });

  it("counts a word of the question once", () => {
    const score = (question: string): number => [...lexicalSearch(SHOP)(question).values()][0]?.score ?? 0;
    expect(score("coupon coupon coupons")).toBe(score("coupon"));
  });

  it("searches the headings above a section", () => {
    expect(idsFor("depot")).toEqual(["shop#deliveries"]);
  });

  it("gives a long section once, by its best passage", () => {
    const rules = Array.from(
      { length: 40 },
      (_, index) => `- Rule ${index} of the coupon ${"word ".repeat(20)}`,
    );
    expect(idsFor("coupon", [section("Rules", rules.join("\n"))])).toEqual(["shop#rules"]);
  });

  it("finds nothing by stop words", () => {
    expect(idsFor("when shall the system have it?")).toEqual([]);
  });

  it("keeps sections of the same id apart", () => {
    const twins = [section("Orders", "About parcels."), section("Orders", "About letters.")];
    expect([...lexicalSearch(twins)("letters").keys()]).toEqual([twins[1]]);
  });
});
