import { completions, type Completed } from "../change/complete-line.js";
import { isChangeCommand } from "../change/command.js";
import { FORMS, printChange } from "../change/forms.js";
import { parseComment } from "../change/parse-comment.js";
import { printCommand } from "../change/print-command.js";
import { SpecError } from "../errors/spec-error.js";
import { readRepository } from "../host/github/read-repository.js";
import type { Spot } from "../queue/port.js";
import type { Model } from "../spec/database/database-spec.js";
import { readDatabase } from "../spec/database/read-database.js";
import { readInterface } from "../spec/interface/read-interface.js";
import type { Spec } from "../spec/spec.js";
import type { Desk, PullThread } from "./desk.js";
import { code } from "./markdown.js";
import { modelAt } from "./model-at.js";

/** A request with whole names, or what has to be asked before it has them. */
export type InContext =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly question: string };

/**
 * Names the model in commands that leave it out because the line that they stand on is in it. Only where the line says
 * one model, and that has what is named; nothing is guessed.
 */
export async function inContext(desk: Desk, pull: PullThread, spot: Spot): Promise<InContext> {
  const commands = parseComment(desk.job.text);
  const lines = commands.map(printCommand);
  // A feature may have any name, "field body" as well.
  const short = commands.map(
    (command) => !isChangeCommand(command) || FORMS[command.change.kind].on === "feature",
  );
  const lacking = lines.filter((line, index) => short[index] === true && completions(line, "x").length > 0);
  if (lacking.length === 0) return { ok: true, text: desk.job.text };
  const found = await look(desk, pull, spot);
  const whole: string[] = [];
  for (const line of lines) {
    const means = lacking.includes(line) ? meaningsOf(line, found) : [line];
    const [only] = means;
    if (only === undefined || means.length > 1)
      return { ok: false, question: ask(line, means, found?.model) };
    whole.push(only);
  }
  return { ok: true, text: whole.map((line) => `/autobe ${line}`).join("\n") };
}

interface Found {
  readonly model: Model;
  readonly spec: Spec;
}

async function look({ client, services }: Desk, pull: PullThread, spot: Spot): Promise<Found | null> {
  const ref = await client.find("GET /repos/{owner}/{repo}/git/ref/{ref}", { ref: `heads/${pull.branch}` });
  if (ref === null) return null;
  const { backend } = await readRepository(client, ref.object.sha, services.cache);
  try {
    const database = readDatabase(backend);
    const spec = { database, api: readInterface(backend, database) };
    const model = modelAt(spot, backend, spec);
    return model === null ? null : { model, spec };
  } catch (error) {
    if (error instanceof SpecError) return null;
    throw error;
  }
}

function meaningsOf(line: string, found: Found | null): readonly string[] {
  if (found === null) return [];
  return completions(line, found.model.name)
    .filter((each) => hasIt(each, found))
    .map(({ change }) => printChange(change));
}

/** What is there already has to be there: a field of that model, or a property of its DTOs. */
function hasIt({ filled }: Completed, { model, spec }: Found): boolean {
  const fields = model.fields.map(({ name }) => name);
  const dtos = [...spec.api.dtos.values()].filter((dto) => dto.model === model.name);
  const properties = dtos.flatMap((dto) => dto.properties.map(({ name }) => name));
  return [...filled].every(([name, word]) => {
    if (name === "field" || name === "relation") return fields.includes(word);
    return name !== "property" || properties.includes(word);
  });
}

function ask(line: string, means: readonly string[], model: Model | undefined): string {
  const where =
    model === undefined
      ? "This line does not say which model that is about"
      : `This line is in ${code(model.name)}, which does not have it`;
  if (means.length > 1)
    return `${code(line)} may mean ${means.map((each) => code(`/autobe ${each}`)).join(" or ")}; nothing was done.`;
  const [example] = completions(line, "articles");
  const whole = example === undefined ? "" : `, such as ${code(`/autobe ${printChange(example.change)}`)}`;
  return `I cannot tell what ${code(line)} means. ${where}; name it as well${whole}. Nothing was done.`;
}
