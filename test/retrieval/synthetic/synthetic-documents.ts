import fc from "fast-check";
import { type Domain, DOMAINS } from "./domains.js";
import { topicsOf } from "./topics.js";

/** Topics that each business writes about. */
const TOPICS = 16;
const SEED = 20_261_124;

/** Requirement documents of other businesses, path and text: the same ones at every call. */
export function syntheticDocuments(): readonly (readonly [string, string])[] {
  return DOMAINS.map((domain, index) => {
    const name = domain.name.toLowerCase().replaceAll(" ", "-");
    return [`docs/analysis/${50 + index}-${name}.md`, documentOf(domain, SEED + index)];
  });
}

function documentOf(domain: Domain, seed: number): string {
  const topics = drawn(topicsOf(domain), TOPICS, TOPICS, seed);
  const sections = topics.map(({ title, sentences }, index) => {
    const lines = drawn(sentences, 2, sentences.length, seed + 1000 * (index + 1));
    return `## ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}\n`;
  });
  return [`# ${domain.name}\n`, ...sections].join("\n");
}

/** Some of a list, in the order of the list. */
function drawn<T>(list: readonly T[], minLength: number, maxLength: number, seed: number): readonly T[] {
  const [some = []] = fc.sample(fc.subarray([...list], { minLength, maxLength }), { seed, numRuns: 1 });
  return some;
}
