import { plural, seconds } from "../markdown.js";
import type { ProposalFacts } from "../proposal-facts.js";

/** What it took, next to what building the backend again would. */
export function costSection({ cost, timings }: Pick<ProposalFacts, "cost" | "timings">): string {
  const tokens = cost.inputTokens + cost.outputTokens;
  const steps = timings.map(({ step, milliseconds }) => `${step} ${seconds(milliseconds)}`).join(" · ");
  return [
    `${plural(cost.modelCalls, "model call")}, ${plural(tokens, "token")}. ` +
      "Generating the whole backend again takes 18–170 M tokens.",
    ...(steps === "" ? [] : [`Time: ${steps}`]),
  ].join("\n\n");
}
