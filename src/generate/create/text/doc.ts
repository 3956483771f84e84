/** Text whose line breaks depend on the width, as common formatters think of it. */
export type Doc = string | readonly Doc[] | Line | Nest | Group | Hugged | Either | Fluid;

export interface Line {
  readonly kind: "line";
  /** What stands there if it is no break: a blank, or nothing; null for one that always breaks. */
  readonly flat: string | null;
}

export interface Nest {
  readonly kind: "nest";
  readonly inner: Doc;
}

/** Its lines break all, or none. */
export interface Group {
  readonly kind: "group";
  readonly inner: Doc;
  readonly broken: boolean;
}

/** The first way whose first line fits; the last one if none does. */
export interface Hugged {
  readonly kind: "hugged";
  readonly ways: readonly Doc[];
}

/** One text where the lines around it break, another where they do not. */
export interface Either {
  readonly kind: "either";
  readonly broken: string;
  readonly flat: string;
}

/** Behind a blank if its beginning fits there, else on a line of its own. */
export interface Fluid {
  readonly kind: "fluid";
  readonly inner: Doc;
}

export const LINE: Line = { kind: "line", flat: " " };
export const SOFT: Line = { kind: "line", flat: "" };
export const HARD: Line = { kind: "line", flat: null };
export const COMMA: Either = { kind: "either", broken: ",", flat: "" };

export function nest(...inner: readonly Doc[]): Doc {
  return { kind: "nest", inner };
}

export function group(...inner: readonly Doc[]): Doc {
  return { kind: "group", inner, broken: inner.some(breaks) };
}

/** A group that is broken in any case. */
export function broken(...inner: readonly Doc[]): Doc {
  return { kind: "group", inner, broken: true };
}

export function join(separator: Doc, docs: readonly Doc[]): Doc {
  return docs.flatMap((doc, index) => (index === 0 ? [doc] : [separator, doc]));
}

/** Whether something in it breaks in any case, and so whatever holds it. */
export function breaks(doc: Doc): boolean {
  if (typeof doc === "string") return false;
  if (isList(doc)) return doc.some(breaks);
  switch (doc.kind) {
    case "line":
      return doc.flat === null;
    case "nest":
    case "fluid":
      return breaks(doc.inner);
    case "either":
      return false;
    case "group":
      return doc.broken;
    case "hugged":
      return breaks(doc.ways[0] ?? "");
  }
}

export function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
