import pluralize from "pluralize";

/** `opening_hours` → opening, hours; letters keep their case within a word. */
export function partsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== "")
    .map((part) => part.toLowerCase());
}

export function camelOf(words: readonly string[]): string {
  const [first = "", ...rest] = words;
  return [first, ...rest.map(capital)].join("");
}

export function pascalOf(words: readonly string[]): string {
  return words.map(capital).join("");
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The words with the last one in the singular. */
export function singularOf(words: readonly string[]): readonly string[] {
  return [...words.slice(0, -1), pluralize.singular(words.at(-1) ?? "")];
}

/** The words with the last one in the plural. */
export function pluralOf(words: readonly string[]): readonly string[] {
  return [...words.slice(0, -1), pluralize.plural(words.at(-1) ?? "")];
}

/** "a notice", "an article". */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
