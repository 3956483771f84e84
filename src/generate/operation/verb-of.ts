/** What is done to a row that gets into a state: "approved" → approve. Null where its spelling does not say it surely. */
export function verbOf(state: string): string | null {
  const word = state.toLowerCase();
  if (!/^[a-z]+ed$/.test(word)) return null;
  const stem = word.slice(0, -2);
  if (/(([pgbnt])\2|cancell)$/.test(stem)) return stem.slice(0, -1);
  if (/(sh|ct|ss|rm|rn|gn|pt|nd|ck|xt|w|ft|rt|st|ew|en)$/.test(stem)) return stem;
  if (/(v|c|[aeiou]s|dul|let|iz|ng|dg)$/.test(stem)) return `${stem}e`;
  return null;
}
