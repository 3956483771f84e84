import type { Model } from "../../spec/database/database-spec.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import type { Spec } from "../../spec/spec.js";
import { callNames, ownWords, wordsOf } from "../../spec/words.js";

/** More models than these a step does not read. */
const SHOWN = 14;

/**
 * The models that an operation may have to do with: those of its DTOs, its path and its actor, those that its sentences
 * or its code name, and then what these are related to. Actors relate to everything, so what they relate to is left out.
 */
export function modelsInView(
  operation: Operation,
  sentences: readonly string[],
  code: string,
  { database, api }: Spec,
): readonly Model[] {
  const { models } = database;
  const dtos = [operation.body, operation.response].flatMap((name) => {
    const dto = api.dtos.get(name ?? "");
    return dto === undefined ? [] : [dto, ...dto.references.flatMap((each) => api.dtos.get(each) ?? [])];
  });
  const ofDtos = dtos.flatMap(({ model }) => models.get(model ?? "") ?? []);
  const inCode = [...models.values()].filter(({ name }) => new RegExp(`\\b${name}\\b`).test(code));
  const said = [...sentences, operation.path, operation.actor ?? ""].join(" ");
  const named = [...inCode, ...ofDtos.slice(0, 1), ...namedIn(said, models), ...ofDtos];
  const around = named
    .filter(({ stance }) => stance !== "actor")
    .flatMap(({ fields }) => fields.flatMap(({ relation }) => models.get(relation?.target ?? "") ?? []));
  return [...new Set([...named, ...around])].filter(({ stance }) => stance !== "session").slice(0, SHOWN);
}

/** The models whose words a text has, one after the other. */
export function namedIn(text: string, models: ReadonlyMap<string, Model>): readonly Model[] {
  const said = ` ${wordsOf(text).join(" ")} `;
  const own = ownWords(models.keys());
  return [...models.values()].filter(({ name }) =>
    callNames(own.get(name) ?? [], own.values()).some((words) => said.includes(` ${words.join(" ")} `)),
  );
}
