import type { Understanding } from "./understanding.js";

/** All quotes of an answer, each with its place. */
export function quotesIn(
  understanding: Understanding,
): readonly { readonly path: string; readonly quote: string }[] {
  const { changes, intentions, questions, contradictions, remarks } = understanding;
  const parts = { changes, intentions, questions, contradictions };
  return [
    ...Object.entries(parts).flatMap(([name, list]) =>
      list.flatMap(({ quotes }, index) =>
        quotes.map((quote, at) => ({ path: `$input.${name}[${index}].quotes[${at}]`, quote })),
      ),
    ),
    ...remarks.map((quote, index) => ({ path: `$input.remarks[${index}]`, quote })),
  ];
}
