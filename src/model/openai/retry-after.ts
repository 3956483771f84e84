/** What an answer asks to wait, in milliseconds, in whichever of the usual ways; null where it says nothing. */
export function retryAfter(header: (name: string) => string | null, now: number): number | null {
  const milliseconds = header("retry-after-ms");
  if (milliseconds !== null && /^\d+(\.\d+)?$/.test(milliseconds)) return Number(milliseconds);
  const text = header("retry-after");
  if (text === null) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
