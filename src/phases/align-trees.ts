import type { Span } from "../source/edit.js";
import type { Spans } from "../spec/expression/reader.js";

/** A part of a tree that was printed, and where it stands in the text. */
export interface PlacedPart {
  readonly part: object;
  readonly span: Span;
}

/**
 * Finds the parts of a tree in the text that it was printed into, by what is read of the text. Both trees say the same,
 * but not always by the same kinds: where they part, the last common part is where the rest is.
 */
export function alignTrees(printed: unknown, read: unknown, spans: Spans): readonly PlacedPart[] {
  if (!isObject(printed) || !isObject(read)) return [];
  const span = spans.get(read);
  const own = span === undefined ? [] : [{ part: printed, span }];
  if (Array.isArray(printed) !== Array.isArray(read)) return own;
  if (Array.isArray(printed) && Array.isArray(read))
    return [...own, ...(printed.length === read.length ? inside(printed, read, spans) : [])];
  return kindOf(printed) === kindOf(read) ? [...own, ...inside(printed, read, spans)] : own;
}

function inside(printed: object, read: object, spans: Spans): readonly PlacedPart[] {
  return Object.keys(printed).flatMap((key) =>
    alignTrees(Reflect.get(printed, key), Reflect.get(read, key), spans),
  );
}

/** The smallest part at a place, the innermost one of equal ones. */
export function partAt(parts: readonly PlacedPart[], place: number): PlacedPart | null {
  const around = parts.filter(({ span }) => span.start <= place && place < span.end);
  const size = ({ span }: PlacedPart): number => span.end - span.start;
  return around.reduce<PlacedPart | null>(
    (best, each) => (best === null || size(each) <= size(best) ? each : best),
    null,
  );
}

function kindOf(node: object): unknown {
  return "kind" in node ? node.kind : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
