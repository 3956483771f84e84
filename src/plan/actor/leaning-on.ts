import { lineAt } from "../../errors/spec-error.js";
import { knownBy, signInOf } from "../../generate/actor/own-files.js";
import { payloadName } from "../../generate/actor/payload.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import { capital } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import type { Plan } from "../plan.js";
import { type Family, isActor } from "../removal/family.js";

/** Why a change is refused, and the way out. */
export interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}

/** Why an actor cannot go: another one is let in by what he is known by, or would lose his own table. */
export function leaningOn(
  { name }: Actor,
  actors: readonly Actor[],
  family: Family,
  { backend, database }: Known,
): Refusal | null {
  const others = actors.filter((each) => each.name !== name);
  for (const model of family.models) {
    const owner = others.find((each) => each.model?.name === model);
    if (owner !== undefined)
      return {
        reason: `${model} cannot exist without ${family.roots.join(", ")}, and ${owner.name} would go as well.`,
        remedy: `Take him out first, in a request of his own: \`/autobe remove actor ${owner.name}\``,
      };
    if (!family.roots.includes(model) && isActor(database.models.get(model)))
      return {
        reason: `${model} holds sessions of others as well, and cannot exist without ${family.roots.join(", ")}.`,
        remedy: `Let it do without first: \`/autobe remove relation <name> from ${model}\``,
      };
  }
  const own = [`\\b${payloadName(name)}\\b`, `\\b${name}Authorize\\b`, `\\b${capital(name)}Auth\\b`];
  const tables = [...family.models].map((model) => `\\.\\s*${model}\\s*\\.`);
  const leans = new RegExp([...own, ...tables, `(["'\`])${name}\\1`].join("|"));
  for (const other of others)
    for (const path of knownBy(other.name, backend)) {
      const text = backend.files.get(path)?.text ?? "";
      const found = leans.exec(text);
      if (found !== null) return refusal(`${path}:${lineAt(text, found.index)}`, other.name, name);
    }
  return null;
}

/** The same, where only the plan shows it. */
export function touchedOf(
  { steps, removed }: Plan,
  others: readonly Actor[],
  { backend, api }: Known,
): Refusal | null {
  for (const other of others) {
    const lost = signInOf(other.name, api).find(({ key }) => removed.operations.includes(key));
    if (lost !== undefined)
      return {
        reason: `${lost.key} would go as well, and ${other.name} could not sign in any more.`,
        remedy: "Let it do without: answer the question about it with drop-check.",
      };
    const files = knownBy(other.name, backend);
    const step = steps.find(({ path }) => files.includes(path));
    const [actor = ""] = (step?.reasons ?? []).map(({ cause }) => cause);
    if (step !== undefined) return refusal(step.path, other.name, actor);
  }
  return null;
}

function refusal(place: string, other: string, gone: string): Refusal {
  return {
    reason: `${place} lets ${other} in by what it knows of ${gone}.`,
    remedy: `Let it know ${other} by his own table and token first, by hand.`,
  };
}
