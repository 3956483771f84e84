import type { Known } from "../../generate/create/known.js";
import type { NewModel, OperationKind } from "../../generate/create/new-model.js";
import type { Operation } from "../../spec/interface/interface-spec.js";

/** The DTOs that an operation takes and answers with: those that others of its kind have, else as they are named. */
export function takesOf(
  kind: OperationKind,
  base: string,
  { operations }: NewModel,
  { api }: Known,
): Pick<Operation, "body" | "response"> {
  const other = operations.find((each) => each.kind === kind);
  if (other !== undefined) return { body: other.body, response: other.response };
  switch (kind) {
    case "create":
      return { body: `${base}.ICreate`, response: base };
    case "update":
      return { body: `${base}.IUpdate`, response: base };
    case "delete":
      return { body: null, response: null };
    case "list": {
      const page = `IPage${base}`;
      const summary =
        api.dtos.has(`${page}.ISummary`) || (!api.dtos.has(page) && api.dtos.has(`${base}.ISummary`));
      return { body: `${base}.IRequest`, response: summary ? `${page}.ISummary` : page };
    }
    case "read":
    case "restore":
    case "transition":
    case "stub":
      return { body: null, response: base };
  }
}
