import type { Answers } from "../change/answer.js";
import { CommitMessage } from "./commit-message.js";

/** What was decided in commits of ours, by their messages, oldest first. */
export function answersIn(messages: readonly string[]): Answers {
  return new Map(messages.flatMap((message) => [...(CommitMessage.parse(message)?.answers ?? [])]));
}
