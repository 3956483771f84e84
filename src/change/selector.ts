import { tidyName } from "./tidy-line.js";

/** The models that a change is about: named ones, or all of them, narrowed by what they are for. */
export interface Selector {
  /** As written, at least one; empty for all models. */
  readonly models: readonly string[];
  /** Only with all models: "primary", "subsidiary", … ; null for every stance. */
  readonly stance: string | null;
}

/** Reads `articles`, `articles, comments`, `*` and `* where stance = primary`; null for anything else. */
export function parseSelector(text: string): Selector | null {
  const all = /^\*(?:\s+where\s+stance\s*=\s*(\w+))?$/i.exec(text);
  if (all !== null) return { models: [], stance: all[1]?.toLowerCase() ?? null };
  const models = text.split(/\s*,\s*|\s+and\s+/).map(tidyName);
  return models.every((name) => /^[\w ]+$/.test(name)) ? { models, stance: null } : null;
}

export function printSelector({ models, stance }: Selector): string {
  if (models.length > 0) return models.join(", ");
  return stance === null ? "*" : `* where stance = ${stance}`;
}
