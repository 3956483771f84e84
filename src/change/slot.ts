/** What a person is asked for, in the words of the change language. */
export const ASKS = [
  "feature",
  "model",
  "models",
  "field",
  "relation",
  "property",
  "operation",
  "endpoint",
  "body",
  "response",
  "action",
  "section",
  "name",
  "title",
  "type",
  "target",
  "columns",
  "index",
  "unique",
  "presence",
  "shown",
  "kept",
  "limits",
  "computed",
  "on-delete",
  "default",
  "dtos",
  "actor",
  "access",
  "fate",
  "states",
  "state",
  "path",
  "text",
] as const;

export type Ask = (typeof ASKS)[number];

/** A part of a line that a person fills in; the line is the verb, and each part behind what leads to it. */
export interface Slot {
  /** Once in a form at most. */
  readonly ask: Ask;
  readonly lead: string;
  readonly tail?: string;
  /** Whether the line says something without it. */
  readonly optional?: true;
}

/** What was filled in so far. */
export type Filled = ReadonlyMap<Ask, string>;

/** Parts that hold prose, and stand in double quotes. */
export const QUOTED: readonly Ask[] = ["title", "text"];
