import { addCosts } from "../../src/run/report.js";
import type { Told } from "./tell-story.js";

/** AutoBE's published cost of generating a whole backend, in tokens. */
const WHOLE = "18–170 M";

/** What a story took and came to, a line each. Tokens are a quarter of the characters where nobody counted them. */
export function storyFigures({ backend, read, applied, published }: Told): string {
  const cost = applied === null ? read.cost : addCosts(read.cost, applied.cost);
  const tokens = cost.inputTokens + cost.outputTokens;
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
        (written === 0 ? "" : `, ${Math.round(tokens / written)} tokens each`),
      `${backend.files.size - edited} of ${backend.files.size} files byte-identical, ${published.length} proposal`,
      ...outcome.gates.map(({ gate, verdict, summary }) => `${gate}: ${verdict}, ${summary}`),
    );
  }
  return lines.map((line) => `- ${line}`).join("\n");
}
