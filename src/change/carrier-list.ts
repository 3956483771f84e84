/** Reads the DTOs behind `in`: `read, create`, or `nothing`; null where nothing is said. */
export function parseCarriers(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const words = text.split(",").map((word) => word.trim().toLowerCase());
  return words.join() === "nothing" ? [] : words;
}

export function printCarriers(carriers: readonly string[] | null): string {
  if (carriers === null) return "";
  return ` in ${carriers.length === 0 ? "nothing" : carriers.join(", ")}`;
}
