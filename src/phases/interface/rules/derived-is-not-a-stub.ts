import type { ChangeOf } from "../../../change/change.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { joinPath } from "../../../spec/interface/read-routes.js";
import { endsWith, wordsOf } from "../../../spec/words.js";
import type { Spec } from "../../../spec/spec.js";
import { changePath } from "../../holds-changes.js";
import type { InterfaceDesign } from "../interface-design.js";

type Stub = ChangeOf<"add-stub">;

/** What creates, reads, lists, updates or deletes rows is derived with all that serves it, and never written. */
export function derivedIsNotAStub(spec: Spec): Rule<InterfaceDesign> {
  return ({ changes }) =>
    changes.flatMap(({ change }, index): readonly Finding[] => {
      const derived = change.kind === "add-stub" ? derivedFrom(change, spec) : null;
      if (derived === null) return [];
      return [
        {
          path: changePath(index),
          expected: "add-operation, because it is derived",
          found: change,
          candidates: [derived],
          advice: "What it does beside that is a behaviour of the same operation.",
          by: "rule",
        },
      ];
    });
}

/** The derived operation that a stub looks like: of the rows that its path ends with, with the DTOs that such a one has. */
function derivedFrom(stub: Stub, spec: Spec): ChangeOf<"add-operation"> | null {
  const path = joinPath(stub.path);
  const segments = path.split("/");
  const ofOne = segments.at(-1)?.startsWith("{") === true;
  const operation = usualOf(stub, ofOne);
  const model = operation === null ? null : modelCalled(segments.at(ofOne ? -2 : -1) ?? "", stub, spec);
  if (operation === null || model === null) return null;
  return { kind: "add-operation", operation, model, actor: stub.actor, at: path };
}

function usualOf({ method, body, response }: Stub, ofOne: boolean): string | null {
  switch (method.toUpperCase()) {
    case "POST":
      return !ofOne && /\.ICreate$/.test(body ?? "") ? "create" : null;
    case "GET":
      return ofOne && response !== null && !isPage(response) ? "read" : null;
    case "PATCH":
      return !ofOne && /\.IRequest$/.test(body ?? "") && isPage(response ?? "") ? "list" : null;
    case "PUT":
      return ofOne && /\.IUpdate$/.test(body ?? "") ? "update" : null;
    case "DELETE":
      return ofOne && body === null ? "delete" : null;
    default:
      return null;
  }
}

function isPage(dto: string): boolean {
  return dto.startsWith("IPage");
}

/** The model that a segment of a path is called after, which is also the one of its DTOs if there are any. */
function modelCalled(segment: string, { body, response }: Stub, { database, api }: Spec): string | null {
  const words = wordsOf(segment);
  const shown = [body, response].flatMap((name) => api.dtos.get(name ?? "")?.model ?? []);
  const called = [...database.models.keys()].filter((name) => endsWith(wordsOf(name), words));
  if (words.length === 0) return null;
  return called.find((name) => shown.length === 0 || shown.every((each) => each === name)) ?? null;
}
