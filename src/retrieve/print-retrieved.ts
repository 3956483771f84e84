import type { Hit, Retrieved } from "./retrieved.js";

const ENDS: Readonly<Record<Retrieved["end"], string>> = {
  knee: "the scores fall off behind them",
  limit: "more are not taken",
  all: "nothing else was found",
};

/** For the log of a run: what a question got, and why. */
export function printRetrieved({ question, embedder, hits, next, end }: Retrieved): readonly string[] {
  const asked = question.replace(/\s+/g, " ").trim();
  const short = asked.length > 100 ? `${asked.slice(0, 99)}…` : asked;
  return [
    `"${short}": ${hits.length} ${hits.length === 1 ? "section" : "sections"}, ${ENDS[end]} (vectors: ${embedder})`,
    ...hits.map((hit) => `  ${lineOf(hit)}`),
    ...(next === null ? [] : [`  left out from here: ${lineOf(next)}`]),
  ];
}

function lineOf({ section, score, lexical, semantic }: Hit): string {
  const reasons = [
    ...(lexical === null
      ? []
      : [`words #${lexical.rank} (${lexical.score.toFixed(2)}): ${termsIn(lexical)}`]),
    ...(semantic === null ? [] : [`vector #${semantic.rank} (${semantic.score.toFixed(2)})`]),
  ];
  return `${score.toFixed(2)} ${section.id} (${section.path}:${section.line}), ${reasons.join("; ")}`;
}

function termsIn({ terms }: NonNullable<Hit["lexical"]>): string {
  return terms.map(({ term, fields }) => `${term} in ${fields.join(" and ")}`).join(", ");
}
