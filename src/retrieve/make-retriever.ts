import type { Embedder } from "./embedding/embedder.js";
import { fuse } from "./fuse.js";
import type { SectionIndex } from "./index/section-index.js";
import { aboveKnee } from "./knee.js";
import { lexicalSearch } from "./lexical-search.js";
import type { Hit, Retrieved } from "./retrieved.js";
import type { RequirementSection } from "./sections/requirement-section.js";
import { semanticSearch } from "./semantic-search.js";

/** Answers a question with the sections that it is about. */
export type Retriever = (question: string) => Promise<Retrieved>;

/** The curve is looked at this many times as far as its limit, so that a knee near the limit is seen as one. */
const VIEW = 3;

/** Gives as many sections as the scores say, and at most `limit`. The index is that of the sections. */
export function makeRetriever(
  sections: readonly RequirementSection[],
  index: SectionIndex,
  embedder: Embedder,
  limit = 10,
): Retriever {
  if (index.embedder !== embedder.name)
    throw new Error(`The index is by ${index.embedder}, the questions are by ${embedder.name}.`);
  const byWords = lexicalSearch(sections);
  const byVector = semanticSearch(sections, index);
  return async (question) => {
    const [vector = []] = await embedder.embed([question]);
    const all = fuse(byWords(question), byVector(vector), embedder.weight);
    return { question, embedder: embedder.name, ...cut(all, limit) };
  };
}

function cut(all: readonly Hit[], limit: number): Pick<Retrieved, "hits" | "next" | "end"> {
  const knee = aboveKnee(all.slice(0, VIEW * limit).map(({ score }) => score));
  const count = Math.min(knee, limit);
  const end = count === all.length ? "all" : knee < limit ? "knee" : "limit";
  return { hits: all.slice(0, count), next: all[count] ?? null, end };
}
