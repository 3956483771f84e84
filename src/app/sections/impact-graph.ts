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

function byKind(steps: readonly Step[]): Edge[] {
  const groups = new Map<
    string,
    { readonly from: string; readonly how: string; readonly kind: string; count: number }
  >();
  for (const step of steps) {
    const [reason] = step.reasons;
    if (!reason) continue;
    const key = `${reason.cause}\n${reason.how}\n${step.kind}`;
    const group = groups.get(key) ?? { from: reason.cause, how: reason.how, kind: step.kind, count: 0 };
    groups.set(key, group);
    group.count++;
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ from, how, kind, count }) => ({ from, how, to: `${from}: ${plural(count, kind)}` }));
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
