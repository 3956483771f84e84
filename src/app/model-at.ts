import type { Spot } from "../queue/port.js";
import type { Backend } from "../source/backend.js";
import type { Model } from "../spec/database/database-spec.js";
import type { Spec } from "../spec/spec.js";

/** The model that a line is about: the block that it stands in, or the one that its whole file is about; else null. */
export function modelAt({ path, line }: Spot, backend: Backend, { database, api }: Spec): Model | null {
  const inFile = [...database.models.values()].filter((model) => model.path === path);
  const at = line === null ? null : startOf(line, backend.files.get(path)?.text ?? "");
  const around = inFile.find(({ span }) => at !== null && span.start <= at && at < span.end);
  if (around !== undefined) return around;
  const ofDtos = [...api.dtos.values()].filter((dto) => dto.path === path).map(({ model }) => model);
  const names = new Set([...inFile.map(({ name }) => name), ...ofDtos]);
  const [only] = names;
  return names.size === 1 ? (database.models.get(only ?? "") ?? null) : null;
}

function startOf(line: number, text: string): number {
  return text
    .split("\n")
    .slice(0, line - 1)
    .reduce((length, each) => length + each.length + 1, 0);
}
