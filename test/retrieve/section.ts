import type { RequirementSection } from "../../src/retrieve/sections/requirement-section.js";

/** A section of a small document. */
export function section(
  title: string,
  text: string,
  trail: readonly string[] = ["Shop"],
): RequirementSection {
  const id = `shop#${title.toLowerCase().replaceAll(" ", "-")}`;
  return { id, path: "docs/analysis/shop.md", line: 3, title, trail, text };
}

export const SHOP: readonly RequirementSection[] = [
  section("Orders", "WHEN a customer places an order, THE system SHALL reserve the items."),
  section("Refunds", "WHEN a clerk refunds an order, THE system SHALL pay the money back."),
  section("Coupons", "THE system SHALL accept one coupon per order."),
  section("Deliveries", "WHEN a parcel is delivered, THE system SHALL store the date of delivery.", [
    "Shop",
    "Depot",
  ]),
];
