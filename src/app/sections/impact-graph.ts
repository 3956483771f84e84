import type { Step } from "../../plan/plan.js";
import { block, plural } from "../markdown.js";

/** GitHub draws no more than a few hundred edges, and nobody reads more than these. */
const EDGES = 40;

interface Edge {
  readonly from: string;
  readonly how: string;
  readonly to: string;
}

/** From what is removed to what it reaches, as mermaid. Big impacts are drawn by kind of artefact. */
export function impactGraph(steps: readonly Step[]): string {
  const single = steps.flatMap((step): Edge[] => {
    const [reason] = step.reasons;
    return reason && reason.cause !== step.artefact
      ? [{ from: reason.cause, how: reason.how, to: step.artefact }]
      : [];
  });
  const edges = single.length <= EDGES ? single : byKind(steps);
  const ids = new Map<string, string>();
  const lines = edges
    .slice(0, EDGES)
    .map(({ from, how, to }) => `  ${node(ids, from)} -->|${label(how)}| ${node(ids, to)}`);
  return block("mermaid", ["flowchart LR", ...lines].join("\n"));
}

/** Causes by the model or DTO they belong to, artefacts by kind; an edge says how many. */
function byKind(steps: readonly Step[]): Edge[] {
  const totals = new Map<string, number>();
  const pairs = new Map<string, { readonly from: string; readonly kind: string; count: number }>();
  for (const { kind, reasons } of steps) {
    totals.set(kind, (totals.get(kind) ?? 0) + 1);
    for (const from of new Set(reasons.map(({ cause }) => ownerOf(cause)))) {
      const pair = pairs.get(`${from}\n${kind}`) ?? { from, kind, count: 0 };
      pairs.set(`${from}\n${kind}`, pair);
      pair.count++;
    }
  }
  return [...pairs.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ from, kind, count }) => ({ from, how: String(count), to: totalOf(kind, totals.get(kind) ?? 0) }));
}

/** Kinds that are no noun of their own. */
const NOUNS: Readonly<Record<string, string>> = {
  derived: "derived file",
  sdk: "SDK file",
  wiring: "wiring file",
  dto: "DTO",
};

function totalOf(kind: string, count: number): string {
  return plural(count, NOUNS[kind] ?? kind);
}

/** "bbs_articles.comments" belongs to bbs_articles; routes are drawn together. */
function ownerOf(cause: string): string {
  if (/^[A-Z]+ \//.test(cause)) return "operations";
  return cause.split(".")[0] ?? cause;
}

function node(ids: Map<string, string>, name: string): string {
  const known = ids.get(name);
  if (known) return known;
  const id = `n${ids.size + 1}`;
  ids.set(name, id);
  return `${id}["${label(name)}"]`;
}

/** Mermaid has no escapes inside of labels but its own entities. */
function label(text: string): string {
  return text
    .replace(/[^\w .,:/{}-]/g, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/[{}]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
