import type { Option, Question } from "../generate/question.js";
import type { Candidate } from "../plan/candidate.js";
import { block, code, details, plural, table } from "./markdown.js";

/** An option without a sentence does not compile. */
const MEANING: Readonly<Record<Option, string>> = {
  "drop-check": "take the check out, keep the rest of the operation",
  "drop-operation": "take the whole operation out",
  keep: "leave it as it is for a person to change",
  rename: "it is the same thing with another name: rows keep what they hold, and the code follows",
  replace: "they are two things: the one goes with what it holds, the other is new",
};

const PLACES = 10;

/** What the bot asks before it goes on: each question with its places, its options, and the line that answers it. */
export function questionText(questions: readonly Question[]): string {
  const answers = questions.map((question) => `/autobe answer ${question.id} ${question.recommended}`);
  return [
    `I need ${plural(questions.length, "decision")} before I can go on; nothing was changed yet.`,
    ...questions.map(oneQuestion),
    `The recommended ${answers.length === 1 ? "answer" : "answers, as one comment"}:\n\n${block("text", answers.join("\n"))}`,
  ].join("\n\n");
}

function oneQuestion(question: Question, index: number): string {
  const { places, options, recommended } = question;
  const shown = places.slice(0, PLACES).map((place) => {
    const single = places.length > 1 ? `, alone: ${code(place.id)}` : "";
    return `${code(`${place.path}:${place.line}`)} in ${code(place.artefact)}${single}\n\n${block("ts", place.snippet)}`;
  });
  const rest = places
    .slice(PLACES)
    .map((place) => `- ${code(`${place.path}:${place.line}`)}, alone: ${code(place.id)}`);
  const rows = options.map((option) => [
    code(`/autobe answer ${question.id} ${option}`),
    MEANING[option] + (option === recommended ? " (recommended)" : ""),
  ]);
  return [
    `### ${index + 1}. ${question.construct} (${code(question.id)})`,
    ...shown,
    ...(rest.length > 0 ? [details(`${plural(rest.length, "more place")}`, rest.join("\n"))] : []),
    table(["Answer", "What it does"], rows),
  ].join("\n\n");
}

/** What an ambiguous word may mean, each with what it would take along. */
export function candidateText(candidates: readonly Candidate[]): string {
  const rows = candidates.map(({ command, takes }) => [
    code(`/autobe ${command}`),
    takes.slice(0, 8).map(code).join(", ") + (takes.length > 8 ? ` and ${takes.length - 8} more` : ""),
  ]);
  return `That may mean several things; nothing was changed. Send the one that is meant:\n\n${table(["Command", "Takes"], rows)}`;
}
