import { createHash } from "node:crypto";

/** A delivery's job has an id made from the delivery's, so that storing it twice is one row. */
export function jobIdOf(deliveryId: string): string {
  const hex = createHash("sha256").update(`autobe-bot delivery ${deliveryId}`).digest("hex");
  const variant = ((parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join("-");
}
