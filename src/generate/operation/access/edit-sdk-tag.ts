import type { PlacedSplice } from "../../../source/splice-files.js";
import type { Operation } from "../../../spec/interface/interface-spec.js";
import type { Known } from "../../create/known.js";

const ROOT = "src/api/functional/";

/** The line of an SDK function's comment that says who may call it. */
export function sdkTag(
  { accessor, actor }: Operation,
  to: string | null,
  { backend }: Known,
): readonly PlacedSplice[] {
  if (accessor === null) return [];
  const path = `${ROOT}${accessor.slice(0, -1).join("/")}/index.ts`;
  const text = backend.files.get(path)?.text ?? "";
  const end = text.search(new RegExp(`^ \\* @accessor api\\.functional\\.${accessor.join("\\.")}\\s*$`, "m"));
  const start = text.lastIndexOf("/**", end);
  const tag = /^ \* @x-autobe-authorization-actor (\w+)[^\n]*\n/m.exec(text.slice(start, end));
  if (end === -1 || start === -1 || tag === null || actor === null) return [];
  const changed = to === null ? "" : tag[0].replace(tag[1] ?? "", to);
  const at = start + tag.index;
  return [{ path, start: at, end: at + tag[0].length, text: changed }];
}
