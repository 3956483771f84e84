import { addCosts } from "../../src/run/report.js";
import type { Asked, Told } from "./tell-story.js";

/** AutoBE's published cost of generating a whole backend, in tokens. */
const WHOLE = "18–170 M";

/** What writing an artefact took in the median, corrections included; reading the text is not counted. */
export function medianTokens(asked: readonly Asked[]): number {
  const each = new Map<string, number>();
  for (const { function: name, target, tokens } of asked) {
    if (!/^(write|change)_/.test(name)) continue;
    const key = `${name.replace(/^.*_/, "")} ${target}`;
    each.set(key, (each.get(key) ?? 0) + tokens);
  }
  const sorted = [...each.values()].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** What a story took and came to, a line each. Tokens are a quarter of the characters where nobody counted them. */
export function storyFigures({ backend, read, applied, published, asked }: Told): string {
  const cost = applied === null ? read.cost : addCosts(read.cost, applied.cost);
  const outcome = applied?.outcome ?? read.outcome;
  const lines = [
    `ended ${outcome.kind}`,
    `${cost.modelCalls} calls, ${cost.inputTokens} tokens in, ${cost.outputTokens} out (a whole backend: ${WHOLE})`,
  ];
  if (outcome.kind === "published") {
    const { steps } = outcome.plan;
    const written = steps.filter(({ way }) => way === "model").length;
    const edited = outcome.edits.filter(({ before }) => before !== null).length;
    lines.push(
      `${steps.length - written} artefacts derived, ${written} written by the model` +
        (written === 0 ? "" : `, ${medianTokens(asked)} tokens each in the median`),
      `${backend.files.size - edited} of ${backend.files.size} files byte-identical, ${published.length} proposal`,
      ...outcome.gates.map(({ gate, verdict, summary }) => `${gate}: ${verdict}, ${summary}`),
    );
  }
  return lines.map((line) => `- ${line}`).join("\n");
}
