import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Edit } from "../../source/edit.js";

/** Edits in the form that `git apply` takes. */
export function unifiedDiff(edits: readonly Edit[]): string {
  return edits.map(fileDiff).join("");
}

function fileDiff(edit: Edit): string {
  const { path, before, after } = edit;
  const from = before === null ? "/dev/null" : `a/${path}`;
  const to = after === null ? "/dev/null" : `b/${path}`;
  const mode =
    before === null ? "new file mode 100644\n" : after === null ? "deleted file mode 100644\n" : "";
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY } as const;
  const patch = createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, options);
  return `diff --git a/${path} b/${path}\n${mode}${patch}`;
}
