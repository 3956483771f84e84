import pluralize from "pluralize";

const singular = new Map<string, string>();

/** Finds the model a DTO is named after; null if there is none. */
export type ModelMatcher = (dto: string) => string | null;

/**
 * Longest match by whole words, so that `IBbsArticleCommentator` is never taken for a comment. Words are compared in
 * the singular and without separators (`todo_app_guestuser`, `ITodoAppGuestUser`). Where nothing matches, the prefix
 * that the models share may be missing (`IArticle` for `bbs_articles`) or doubled (`IBbsBbsArticle`). A name that has
 * the prefix is never read as one without: beside `todo_todos`, `ITodoRole` is the role of somebody in "todo".
 */
export function modelMatcher(models: Iterable<string>): ModelMatcher {
  const names = [...models].map((name) => name.split("_"));
  const prefix = sharedPrefix(names);
  const whole = new Map(names.map((words) => [flatten(words), words.join("_")]));
  const short = new Map(
    names.filter(startsWith(prefix)).map((words) => [flatten(words.slice(prefix.length)), words.join("_")]),
  );
  return (dto) => {
    const words = dtoWords(dto);
    const found = longest(words, whole);
    if (found !== null || prefix.length === 0) return found;
    const prefixed = words.length > prefix.length && startsWith(prefix)(words);
    return prefixed ? longest(words.slice(prefix.length), whole) : longest(words, short);
  };
}

function longest(words: readonly string[], models: ReadonlyMap<string, string>): string | null {
  for (let length = words.length; length > 0; length--) {
    const found = models.get(flatten(words.slice(0, length)));
    if (found !== undefined) return found;
  }
  return null;
}

/** Words of the outermost name, without the leading I (`IPageI`, `IE`) that says it is a type. */
function dtoWords(dto: string): readonly string[] {
  const root = (dto.split(".")[0] ?? dto).replace(/^(IPageI|IE(?=[A-Z])|I)(?=[A-Z])/, "");
  return root.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+/g) ?? [root];
}

function flatten(words: readonly string[]): string {
  return words.map(toSingular).join("");
}

function toSingular(word: string): string {
  const key = word.toLowerCase();
  let found = singular.get(key);
  if (found === undefined) singular.set(key, (found = pluralize.singular(key)));
  return found;
}

/** The words that most models begin with; a few views or imported tables may differ. */
export function sharedPrefix(names: readonly (readonly string[])[]): readonly string[] {
  const prefix: string[] = [];
  for (;;) {
    const counts = new Map<string, number>();
    for (const words of names.filter(startsWith(prefix)))
      if (words.length > prefix.length + 1) {
        const word = words[prefix.length] as string;
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    const [word, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    if (names.length < 2 || count < names.length * 0.75) return prefix;
    prefix.push(word);
  }
}

function startsWith(prefix: readonly string[]): (words: readonly string[]) => boolean {
  return (words) => prefix.every((word, index) => words[index]?.toLowerCase() === word);
}
