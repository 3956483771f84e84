import { lineAt, SpecError } from "../../errors/spec-error.js";
import type { Backend } from "../../source/backend.js";
import { readDatabase } from "../../spec/database/read-database.js";
import type { Problem } from "../../workspace/problem.js";

/** Relations whose other end, or whose model, is not there. */
export function relationProblems(backend: Backend): readonly Problem[] {
  try {
    const { models } = readDatabase(backend);
    return [...models.values()].flatMap((model) =>
      model.fields.flatMap(({ name, relation, span }): readonly Problem[] => {
        if (relation === null || relation.opposite !== null) return [];
        const text = backend.files.get(model.path)?.text ?? "";
        const message = `"${model.name}.${name}" points at "${relation.target}", which has no field for it`;
        return [{ code: "dangling-relation", message, path: model.path, line: lineAt(text, span.end) }];
      }),
    );
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return [{ code: "unreadable-schema", message: error.detail, path: error.path, line: error.line }];
  }
}
