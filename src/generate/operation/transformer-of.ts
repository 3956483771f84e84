import { type Known, textsUnder } from "../create/known.js";

/** The transformer whose result a DTO is; null without one. */
export function transformerOf(dto: string, known: Known): string | null {
  const result = new RegExp(`\\btransform\\b[^{]*?\\): Promise<\\s*${dto.replaceAll(".", "\\.")}\\s*>`);
  for (const text of textsUnder(known, "src/transformers/")) {
    const name = /export namespace (\w+Transformer)\b/.exec(text)?.[1];
    if (name !== undefined && result.test(text) && /\bfunction select\(\s*\)/.test(text)) return name;
  }
  return null;
}
