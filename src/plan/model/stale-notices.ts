import type { NewModel } from "../../generate/create/new-model.js";
import type { Notice } from "../../generate/notice.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";

/** Derived files that show a model like the new one, and so not everything any more. */
export function staleNotices(backend: Backend, { table, like }: NewModel): readonly Notice[] {
  return [...backend.files.values()]
    .filter(({ path, text }) => classify(path) === "derived" && text?.includes(like.name) !== false)
    .map(({ path }) => ({
      kind: "stale-file",
      path,
      line: null,
      text: `It does not show ${table}: generate it again`,
    }));
}
