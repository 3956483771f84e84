import { lineAt } from "../../errors/spec-error.js";
import type { Known } from "../../generate/create/known.js";
import type { Operation } from "../../spec/interface/interface-spec.js";

/** Where anything but its route calls an operation's function; null where nothing does. */
export function otherCaller(
  { name, path }: NonNullable<Operation["provider"]>,
  controller: string,
  { backend }: Known,
): { readonly path: string; readonly line: number } | null {
  const call = new RegExp(`\\b${name}\\(`);
  for (const file of backend.files.values()) {
    if (file.path === path || file.path === controller || !/^src\/.*\.ts$/.test(file.path)) continue;
    const found = call.exec(file.text ?? "");
    if (found !== null) return { path: file.path, line: lineAt(file.text ?? "", found.index) };
  }
  return null;
}
