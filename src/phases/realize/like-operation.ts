import type { BodyStatement } from "../../spec/body/body.js";
import type { Model } from "../../spec/database/database-spec.js";
import { bodyOf, functionOf, saysNotWritten, type Target } from "./target.js";

/** Longer examples are not read. */
const CHARACTERS = 2_600;

/** Another operation, as code and as a tree. */
export interface LikeOperation {
  readonly code: string;
  readonly statements: readonly BodyStatement[];
}

/** Operations that one that is to be written is like: by who calls it, how, and by its rows; the most alike first. */
export function likeOperations(
  { operation, backend, spec, path: own }: Target,
  models: readonly Model[],
): readonly LikeOperation[] {
  const names = models.slice(0, 3).map(({ name }) => name);
  const found = [...spec.api.operations.values()].flatMap((each) => {
    const path = each.provider?.path;
    const text = backend.files.get(path ?? "")?.text;
    if (path === own || text == null || /\/auth\//.test(each.path)) return [];
    const written = functionOf(each, text);
    const code = written?.node.getText() ?? "";
    const body = written === null ? null : bodyOf(written);
    if (body === null || saysNotWritten(body.statements) || code.length > CHARACTERS) return [];
    const shared = names.filter((name) => code.includes(`.${name}.`)).length;
    const rank =
      (each.method === operation.method ? 2 : 0) +
      (each.actor === operation.actor ? 1 : 0) +
      (each.response === operation.response ? 1 : 0) +
      shared;
    return [{ like: { code, statements: body.statements }, rank }];
  });
  return found.sort((a, b) => b.rank - a.rank).map(({ like }) => like);
}
