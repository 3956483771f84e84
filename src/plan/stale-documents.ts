import type { Notice } from "../generate/notice.js";
import { staleNotice } from "../generate/documents/stale-notice.js";
import type { Backend } from "../source/backend.js";
import { classify } from "../source/layout.js";
import type { Names } from "../spec/names.js";

/** Derived files that speak of what a change has altered, with what is wrong about them now. */
export function staleDocuments(backend: Backend, altered: Names, why = "It may be stale"): readonly Notice[] {
  return [...backend.files.values()]
    .filter(({ path }) => classify(path) === "derived")
    .flatMap(({ path, text }) => staleNotice(path, text, altered, `${why}: generate it again`) ?? []);
}
