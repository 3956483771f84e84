import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { wordsOf } from "../../spec/words.js";

/** Words of the requirements that mean an actor and are longer than his name: "administrators" of `admin`. */
export function toldAs(actor: string, { files }: Backend): readonly (readonly string[])[] {
  const noun = new RegExp(`\\b${actor}[a-z]*(?:or|er|ist|ian|ant|ent)s?\\b`, "gi");
  const texts = [...files.values()].filter(({ path }) => classify(path) === "requirement");
  const found = texts.flatMap(({ text }) => (text ?? "").toLowerCase().match(noun) ?? []);
  return [...new Set(found)].map(wordsOf);
}
