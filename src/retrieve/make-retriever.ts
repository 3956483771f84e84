import type { Embedder } from "./embedding/embedder.js";
import { fuse } from "./fuse.js";
import { aboveKnee } from "./knee.js";
import { lexicalSearch } from "./lexical-search.js";
import type { Hit, Retrieved } from "./retrieved.js";
import type { RequirementSection } from "./sections/requirement-section.js";
import { semanticSearch } from "./semantic-search.js";

/** Answers a question with the sections that it is about. */
export type Retriever = (question: string) => Promise<Retrieved>;

/** The curve is looked at this many times as far as its limit, so that a knee near the limit is seen as one. */
const VIEW = 3;

/** Gives as many sections as the scores say, and at most `limit`. */
export async function makeRetriever(
  sections: readonly RequirementSection[],
  embedder: Embedder,
  limit = 10,
): Promise<Retriever> {
  const byWords = lexicalSearch(sections);
  const byVector = await semanticSearch(sections, embedder);
  return async (question) => {
    const all = fuse(byWords(question), await byVector(question), embedder.weight);
    return { question, embedder: embedder.name, ...cut(all, limit) };
  };
}

function cut(all: readonly Hit[], limit: number): Pick<Retrieved, "hits" | "next" | "end"> {
  const knee = aboveKnee(all.slice(0, VIEW * limit).map(({ score }) => score));
  const count = Math.min(knee, limit);
  const end = count === all.length ? "all" : knee < limit ? "knee" : "limit";
  return { hits: all.slice(0, count), next: all[count] ?? null, end };
}
