/** Whether words name an owner, or a type that is made of its name such as `bbs_articlesWhereInput`. */
export function mentions(words: ReadonlySet<string>, owner: string): boolean {
  if (words.has(owner)) return true;
  for (const word of words)
    if (word.startsWith(owner) && /^[A-Z]/.test(word.slice(owner.length))) return true;
  return false;
}
