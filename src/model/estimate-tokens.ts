/** Four characters a token: what endpoints come to for English and JSON, where they do not say it themselves. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
