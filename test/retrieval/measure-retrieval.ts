import type { Embedder } from "../../src/retrieve/embedding/embedder.js";
import { fuse } from "../../src/retrieve/fuse.js";
import { lexicalSearch } from "../../src/retrieve/lexical-search.js";
import { makeRetriever } from "../../src/retrieve/make-retriever.js";
import type { RequirementSection } from "../../src/retrieve/sections/requirement-section.js";
import { semanticSearch } from "../../src/retrieve/semantic-search.js";
import type { Corpus } from "./corpus.js";
import type { Question, Wording } from "./questions.js";

/** One question and the orders of sections that it got, as ids. */
export interface Answered {
  readonly question: Question;
  readonly words: readonly string[];
  readonly vectors: readonly string[];
  readonly fused: readonly string[];
  /** What the curve of scores leaves of the fused order. */
  readonly returned: readonly RequirementSection[];
}

export type Corpora = Readonly<Record<Question["backend"], Corpus>>;

export async function answer(
  questions: readonly Question[],
  wording: Wording,
  corpora: Corpora,
  embedder: Embedder,
): Promise<readonly Answered[]> {
  const asks = {
    bbs: await asker(corpora.bbs.all, embedder),
    todo: await asker(corpora.todo.all, embedder),
  };
  const answers: Answered[] = [];
  for (const question of questions)
    answers.push({ question, ...(await asks[question.backend](question[wording])) });
  return answers;
}

/** Asks the parts of a retriever one by one, and the retriever itself. */
async function asker(
  sections: readonly RequirementSection[],
  embedder: Embedder,
): Promise<(question: string) => Promise<Omit<Answered, "question">>> {
  const [byWords, byVector] = [lexicalSearch(sections), await semanticSearch(sections, embedder)];
  const retrieve = await makeRetriever(sections, embedder);
  return async (question) => {
    const [words, vectors] = [byWords(question), await byVector(question)];
    const { hits } = await retrieve(question);
    return {
      words: [...words.keys()].map(({ id }) => id),
      vectors: [...vectors.keys()].map(({ id }) => id),
      fused: fuse(words, vectors, embedder.weight).map(({ section }) => section.id),
      returned: hits.map(({ section }) => section),
    };
  };
}

/** The share of the right sections among the first of a list, on average over the questions. */
export function recall(
  answers: readonly Answered[],
  list: (answered: Answered) => readonly string[],
  first = Infinity,
): number {
  const shares = answers.map((answered) => {
    const got = new Set(list(answered).slice(0, first));
    const { sections } = answered.question;
    return sections.filter((id) => got.has(id)).length / sections.length;
  });
  return mean(shares);
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}
