import type { Question } from "../../generate/question.js";
import type { Candidate } from "../../plan/candidate.js";

/** Questions with their places and options, and how to answer them. */
export function questionText(questions: readonly Question[]): string {
  if (questions.length === 0) return "";
  const asked = questions.map((question, index) => oneQuestion(question, index + 1)).join("\n");
  const lines = questions.map(({ id, recommended }) => `  ${id} ${recommended}\n`).join("");
  return `${asked}\nWrite a file of decisions and give it with --decide FILE. The recommended ones:\n\n${lines}`;
}

function oneQuestion(question: Question, number: number): string {
  const { construct, places, options, recommended, id } = question;
  const choices = options.map((option) => (option === recommended ? `${option} (recommended)` : option));
  const where = places.map(
    (place) => `  ${place.path}:${place.line} [${place.artefact}] ${place.id}\n${indent(place.snippet)}\n`,
  );
  return `Question ${number}: ${construct}\n  id ${id}\n  options: ${choices.join(", ")}\n${where.join("")}`;
}

function indent(snippet: string): string {
  return snippet
    .split(/\r?\n/)
    .map((line) => `    | ${line}`)
    .join("\n");
}

/** What an ambiguous word may mean, with what each choice would take along. */
export function candidateText(candidates: readonly Candidate[]): string {
  if (candidates.length === 0) return "";
  const lines = candidates.map(({ command, takes }) => {
    const shown = takes.slice(0, 6).join(", ") + (takes.length > 6 ? `, and ${takes.length - 6} more` : "");
    return `  ${command}\n${shown === "" ? "" : `      takes ${shown}\n`}`;
  });
  return `This may mean several things. Choose one:\n${lines.join("")}`;
}
