import { requirementSections } from "../../src/retrieve/sections/requirement-sections.js";
import type { RequirementSection } from "../../src/retrieve/sections/requirement-section.js";
import { classify } from "../../src/source/layout.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { loadDirectory } from "../bench/load-directory.js";
import { syntheticDocuments } from "./synthetic/synthetic-documents.js";

export interface Corpus {
  readonly own: readonly RequirementSection[];
  /** Its own sections and those of other businesses. */
  readonly all: readonly RequirementSection[];
}

/** The requirements of a fixture among those of many other businesses. */
export function corpusOf(fixture: string): Corpus {
  const texts = [...loadDirectory(`fixtures/backends/${fixture}`).files.values()].flatMap(
    ({ path, text }): readonly (readonly [string, string])[] =>
      text === null || classify(path) !== "requirement" ? [] : [[path, text]],
  );
  return {
    own: requirementSections(makeBackend(fixture, texts)),
    all: requirementSections(makeBackend(fixture, [...texts, ...syntheticDocuments()])),
  };
}
