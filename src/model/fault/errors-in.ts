import typia from "typia";

/** One error as feedback says it. */
export interface ToldError {
  readonly path: string;
  readonly expected: string;
  readonly description?: string;
}

/** The errors that stand in a text, read from the text alone: a model has nothing else either. */
export function errorsIn(text: string): readonly ToldError[] {
  const inline = Array.from(text.matchAll(/\/\/ ❌ (\[.*\])$/gm), ([, json]) => json ?? "[]");
  const apart = Array.from(
    text.matchAll(/Unmappable validation errors:\*\*\n```json\n([\s\S]*?)\n```/g),
    ([, json]) => json ?? "[]",
  );
  return [...inline, ...apart].flatMap((json) => typia.json.isParse<readonly ToldError[]>(json) ?? []);
}
