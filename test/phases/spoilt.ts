/** An answer in which some text of its JSON is another one. */
export function spoilt(right: unknown, from: string, to: string): unknown {
  const json = JSON.stringify(right);
  if (!json.includes(from)) throw new Error(`The right answer does not say ${from}`);
  return JSON.parse(json.replace(from, to));
}
