/** Last paragraph of a commit message, by git's rules: "Key: value" lines. */
export type Trailer = readonly [key: string, value: string];

/** The message with the trailers it lacks; adding the same ones again changes nothing. */
export function withTrailers(message: string, trailers: readonly Trailer[]): string {
  const present = readTrailers(message);
  const absent = trailers.filter(([key, value]) => !present.some(([k, v]) => k === key && v === value));
  if (absent.length === 0) return message;
  const lines = absent.map(([key, value]) => `${key}: ${value.replace(/\s+/g, " ")}`).join("\n");
  return `${message.trimEnd()}${present.length > 0 ? "\n" : "\n\n"}${lines}\n`;
}

export function readTrailers(message: string): Trailer[] {
  const paragraphs = message.trimEnd().split(/\n{2,}/);
  if (paragraphs.length < 2) return [];
  const lines = (paragraphs.at(-1) ?? "")
    .split("\n")
    .map((line) => /^([A-Za-z][A-Za-z-]*): (.+)$/.exec(line));
  return lines.every((match) => match !== null)
    ? lines.map((match) => [match?.[1] ?? "", match?.[2] ?? ""])
    : [];
}
