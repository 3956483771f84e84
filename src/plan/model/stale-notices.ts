import type { Notice } from "../../generate/notice.js";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";

/** Derived files that do not show a new model yet. */
export function staleNotices(backend: Backend, table: string): readonly Notice[] {
  return [...backend.files.values()]
    .filter(({ path }) => classify(path) === "derived")
    .map(({ path }) => ({
      kind: "stale-file",
      path,
      line: null,
      text: `It does not show ${table}: generate it again`,
    }));
}
