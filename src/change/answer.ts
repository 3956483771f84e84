/**
 * What a person may decide: about a construct that no rule can remove safely, and about something gone beside
 * something new, which may be one thing with another name or two things.
 */
export type Option = "drop-check" | "drop-operation" | "keep" | "rename" | "replace";

export const OPTIONS: readonly Option[] = ["drop-check", "drop-operation", "keep", "rename", "replace"];

/** Question or place id → the option a person chose. */
export type Answers = ReadonlyMap<string, Option>;

export function isOption(word: string): word is Option {
  return (OPTIONS as readonly string[]).includes(word);
}

/** Later answers to the same question win: a person may change their mind in the next line. */
export function answersOf(answers: Iterable<{ readonly id: string; readonly option: Option }>): Answers {
  return new Map(Array.from(answers, (answer) => [answer.id, answer.option]));
}
