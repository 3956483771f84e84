import { broken, COMMA, type Doc, group, HARD, isList, join, LINE, nest, SOFT } from "./doc.js";

/** Lays out one node; whatever a printer does not lay out itself it hands back to this. */
export type Printer<N> = (node: N) => Doc;

/** `{ a, b }`, on one line where it fits and was written so. */
export function braces(entries: readonly Doc[], separator: "," | ";", expanded: boolean): Doc {
  if (entries.length === 0) return "{}";
  const last: Doc = separator === "," ? COMMA : { kind: "either", broken: ";", flat: "" };
  const inner: readonly Doc[] = ["{", nest(LINE, join([separator, LINE], entries)), last, LINE, "}"];
  return expanded ? broken(...inner) : group(...inner);
}

/** `{`, lines, `}`; blank lines among them are part of `lines`. */
export function block(lines: Doc): Doc {
  return isList(lines) && lines.length === 0 ? "{}" : broken("{", nest(HARD, lines), HARD, "}");
}

/** `(a, b)`, in lines where they do not fit. */
export function parameters(entries: readonly Doc[], expanded: boolean): Doc {
  if (entries.length === 0) return "()";
  const inner: readonly Doc[] = ["(", nest(SOFT, join([",", LINE], entries)), COMMA, SOFT, ")"];
  return expanded ? broken(...inner) : inner;
}

/**
 * `(a, b)` of a call. `open` is the last argument where it may be open at its end, and so stays beside the
 * parenthesis if the rest fits there.
 */
export function callArguments(args: readonly Doc[], open: Doc | null, expanded: boolean): Doc {
  if (args.length === 0) return "()";
  const inner: readonly Doc[] = ["(", nest(SOFT, join([",", LINE], args)), COMMA, SOFT, ")"];
  if (expanded) return broken(...inner);
  if (open === null) return group(...inner);
  const before = args.slice(0, -1).map((arg): Doc => [arg, ", "]);
  const ways = [open, forceBreak(open)].map((last): Doc => ["(", before, last, ")"]);
  return { kind: "hugged", ways: [...ways, broken(...inner)] };
}

function forceBreak(doc: Doc): Doc {
  if (typeof doc === "string") return doc;
  if (isList(doc)) return [...doc.slice(0, -1), forceBreak(doc.at(-1) ?? "")];
  return doc.kind === "group" ? { ...doc, broken: true } : doc;
}
