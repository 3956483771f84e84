import type { Material } from "../../model/loop/model-step.js";
import { estimateTokens } from "../../model/estimate-tokens.js";
import { makeRetriever } from "../../retrieve/make-retriever.js";
import { printRetrieved } from "../../retrieve/print-retrieved.js";
import type { RequirementSection } from "../../retrieve/sections/requirement-section.js";
import type { PhasePorts } from "../phase-ports.js";

/** Requirements that are no longer are read whole: they cost little beside a schema, and nothing is missed. */
const TOKENS = 3_000;

/** The sections that a text is about, in the order of the documents, and in the log why it is those. */
export async function shownSections(
  text: string,
  sections: readonly RequirementSection[],
  { embedder, say }: Pick<PhasePorts, "embedder" | "say">,
): Promise<readonly RequirementSection[]> {
  const tokens = tokensOf(sections);
  if (tokens <= TOKENS) {
    if (tokens > 0) say(`shows all ${sections.length} sections of the requirements, about ${tokens} tokens`);
    return sections;
  }
  const retrieve = await makeRetriever(sections, embedder);
  const retrieved = await retrieve(text);
  for (const line of printRetrieved(retrieved)) say(line);
  const shown = new Set(retrieved.hits.map(({ section }) => section));
  return sections.filter((section) => shown.has(section));
}

/** Sections as a step reads them; nothing where there is none. */
export function sectionMaterial(sections: readonly RequirementSection[]): readonly Material[] {
  return sections.length === 0 ? [] : [{ title: "Requirements so far:", text: printSections(sections) }];
}

function printSections(sections: readonly RequirementSection[]): string {
  return sections.map(({ id, text }) => `[${id}]\n${text}`).join("\n\n");
}

function tokensOf(sections: readonly RequirementSection[]): number {
  return estimateTokens(printSections(sections));
}
