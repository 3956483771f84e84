import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";
import { wordsOf } from "../../spec/words.js";

/** The model whose rows an operation is about: of what it answers or takes, else of the last id in its path. */
export function aboutModel(
  { body, response, parameters }: Pick<Operation, "body" | "response" | "parameters">,
  { api, database }: Spec,
): Model | null {
  const named = [response, body].flatMap((name) => api.dtos.get(name ?? "")?.model ?? []);
  const last = wordsOf(parameters.at(-1)?.replace(/(Id|_id)$/, "") ?? "").join("");
  const [first] = named;
  if (first !== undefined) return database.models.get(first) ?? null;
  if (last === "") return null;
  return [...database.models.values()].find(({ name }) => wordsOf(name).join("").endsWith(last)) ?? null;
}
