import { createHash } from "node:crypto";
import { canonicalJson } from "../util/canonical-json.js";
import type { CallRequest } from "./port.js";

/** The same for requests that are the same to this model, whoever asks and whatever it is about. */
export function requestHash(model: string, { function: asked, messages }: CallRequest): string {
  return hashOf([model, asked, messages]);
}

export function hashOf(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
