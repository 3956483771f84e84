import type { FeatureNames } from "../../../generate/rename/feature/feature-names.js";
import type { Backend } from "../../../source/backend.js";
import { nameMap, type Renames } from "../../../spec/renames.js";
import type { Spec } from "../../../spec/spec.js";
import { modelNameProblem } from "../model-name.js";
import { takenField } from "../taken-field.js";

interface Problem {
  readonly reason: string;
  readonly remedy: string;
}

/** Why the new names cannot be given: something that stays has one of them. Null if they can. */
export function collisionOf(
  backend: Backend,
  { database, api }: Spec,
  renames: Renames,
  names: Pick<FeatureNames, "files">,
): Problem | null {
  for (const { from, to } of renames.models) {
    const model = database.models.get(from);
    const problem = model === undefined ? null : modelNameProblem(to, model, database);
    if (problem !== null) return problem;
  }
  return (
    takenField(renames, database) ??
    twice("DTO", renames.dtos, api.dtos.keys()) ??
    twice("operation", renames.operations, api.operations.keys()) ??
    twice(
      "file",
      [...names.files].map(([from, to]) => ({ from, to })),
      backend.files.keys(),
    ) ??
    takenProperty(renames, api)
  );
}

function twice(
  what: string,
  renames: readonly { readonly from: string; readonly to: string }[],
  all: Iterable<string>,
): Problem | null {
  const now = nameMap(renames);
  const seen = new Map<string, string>();
  for (const name of all) {
    const to = now.get(name) ?? name;
    const other = seen.get(to.toLowerCase());
    seen.set(to.toLowerCase(), name);
    if (other !== undefined && (now.has(name) || now.has(other)))
      return {
        reason: `The ${what} ${now.has(name) ? name : other} would become ${to}, and there is one of that name already.`,
        remedy: "Choose another name.",
      };
  }
  return null;
}

function takenProperty({ properties }: Renames, api: Spec["api"]): Problem | null {
  const now = nameMap(properties);
  for (const dto of api.dtos.values()) {
    const names = dto.properties.map(({ name }) => now.get(`${dto.name}.${name}`) ?? name);
    const taken = names.find((name, index) => names.indexOf(name) !== index);
    if (taken !== undefined && dto.properties.some(({ name }) => now.get(`${dto.name}.${name}`) === taken))
      return {
        reason: `A property of ${dto.name} would become "${taken}", and it has one of that name already.`,
        remedy: "Rename that property first, or choose another name.",
      };
  }
  return null;
}
