import { parseArgs } from "node:util";
import { estimateTokens } from "../../src/model/estimate-tokens.js";
import type { Embedder } from "../../src/retrieve/embedding/embedder.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import { openaiEmbedder } from "../../src/retrieve/embedding/openai-embedder.js";
import { rememberingEmbedder } from "../../src/retrieve/embedding/remembering-embedder.js";
import { semanticSearch } from "../../src/retrieve/semantic-search.js";
import { termsOf } from "../../src/retrieve/terms/terms-of.js";
import { vectorMemory } from "../retrieve/vector-memory.js";
import { corpusOf } from "./corpus.js";
import { type Answered, answer, type Corpora, mean, recall } from "./measure-retrieval.js";
import { type Question, readQuestions, type Wording } from "./questions.js";

const USAGE = `npm run retrieval -- [--embeddings URL --model NAME]
  The key of the endpoint is read from OPENAI_API_KEY, where it asks for one.`;
const TIMEOUT = 60_000;

const WORDINGS: Readonly<Record<Wording, string>> = {
  question: "lay words",
  inProductWords: "product words",
};

/** Says how many of the right sections questions get, in what order and how much is returned. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { embeddings: { type: "string" }, model: { type: "string" } } });
  const embedder = embedderOf(values.embeddings, values.model);
  const questions = readQuestions();
  const corpora: Corpora = { bbs: corpusOf("bbs"), todo: corpusOf("todo") };
  for (const [name, { own, all }] of Object.entries(corpora))
    console.log(`${name}: ${own.length} sections of its own, ${all.length - own.length} of other businesses`);
  console.log(`vectors: ${embedder.name}\n`);
  console.log("| questions | wording | list | recall@1 | @3 | @5 | @10 |");
  console.log("|---|---|---|---|---|---|---|");
  const returned: string[] = [];
  for (const wording of Object.keys(WORDINGS) as Wording[]) {
    const answers = await answer(questions, wording, corpora, embedder);
    const alone = await answer(questions, wording, withoutOthers(corpora), embedder);
    for (const [name, some] of [...partsOf(answers), ["all, no other businesses", alone] as const]) {
      for (const row of rows(some)) console.log(`| ${some.length} ${name} | ${WORDINGS[wording]} | ${row} |`);
      returned.push(`| ${some.length} ${name} | ${WORDINGS[wording]} | ${size(some)} |`);
    }
    const strange = questions.filter((question) => !sharesWords(question, wording, corpora));
    console.log(
      `| | ${WORDINGS[wording]} | no word in common with a right section: ${strange.length} | | | | |`,
    );
  }
  console.log(
    "\n| questions | wording | returned | sections | most | tokens | recall |\n|---|---|---|---|---|---|---|",
  );
  for (const row of returned) console.log(row);
  for (const [name, { own }] of Object.entries(corpora))
    console.log(`| whole requirements of ${name} | | | ${own.length} | | ${tokens(own)} | |`);
  await reindex(corpora, embedder);
}

function embedderOf(url: string | undefined, model: string | undefined): Embedder {
  if (url === undefined && model === undefined) return ngramEmbedder;
  if (url === undefined || model === undefined) throw new Error(USAGE);
  const endpoint = { url, model, key: process.env["OPENAI_API_KEY"] ?? null, milliseconds: TIMEOUT };
  return openaiEmbedder(endpoint, async (ask) => await ask());
}

function withoutOthers({ bbs, todo }: Corpora): Corpora {
  return { bbs: { own: bbs.own, all: bbs.own }, todo: { own: todo.own, all: todo.own } };
}

function partsOf(answers: readonly Answered[]): readonly (readonly [string, readonly Answered[]])[] {
  return [
    ["all", answers],
    ["not tuned on", answers.filter(({ question }) => !question.tune)],
    ["tuned on", answers.filter(({ question }) => question.tune)],
  ];
}

function rows(answers: readonly Answered[]): readonly string[] {
  const lists = { BM25: "words", vectors: "vectors", fused: "fused" } as const;
  return Object.entries(lists).map(([name, list]) =>
    [name, ...[1, 3, 5, 10].map((first) => percent(recall(answers, (each) => each[list], first)))].join(
      " | ",
    ),
  );
}

function size(answers: readonly Answered[]): string {
  const counts = answers.map((each) => each.returned.length);
  const found = recall(answers, (each) => each.returned.map(({ id }) => id));
  const taken = mean(answers.map((each) => tokens(each.returned)));
  return [
    "up to the knee",
    mean(counts).toFixed(1),
    Math.max(...counts),
    taken.toFixed(0),
    percent(found),
  ].join(" | ");
}

function tokens(sections: Answered["returned"]): number {
  return estimateTokens(sections.map(({ title, text }) => `${title}\n${text}`).join("\n"));
}

function sharesWords(question: Question, wording: Wording, corpora: Corpora): boolean {
  const asked = new Set(termsOf(question[wording]));
  return corpora[question.backend].own
    .filter(({ id }) => question.sections.includes(id))
    .some(({ title, trail, text }) =>
      termsOf([title, ...trail, text].join("\n")).some((term) => asked.has(term)),
    );
}

/** What is embedded again after the text of one section has changed. */
async function reindex({ bbs }: Corpora, embedder: Embedder): Promise<void> {
  const embedded: string[] = [];
  const counting: Embedder = {
    ...embedder,
    embed: async (texts) => {
      embedded.push(...texts);
      return await embedder.embed(texts);
    },
  };
  const remembering = rememberingEmbedder(counting, vectorMemory());
  await semanticSearch(bbs.all, remembering);
  const first = embedded.splice(0).length;
  const changed = bbs.all.map((each, at) =>
    at === 7 ? { ...each, text: `${each.text}\n- One more.` } : each,
  );
  await semanticSearch(changed, remembering);
  const headings = embedded.map((text) => text.split("\n")[0]);
  console.log(
    `\none section of ${changed.length} changed: ${first} passages embedded at first, ${headings.length} again (${headings.join(", ")})`,
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

await main();
