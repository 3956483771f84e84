import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { Notice } from "../notice.js";
import { editErd } from "./edit-erd.js";
import { editJson } from "./edit-json.js";
import { editRequirements, type DocumentEdits } from "./edit-requirements.js";
import { erdNamesOf } from "./erd-names.js";
import { removedPropertiesOf } from "./inherited-properties.js";
import type { DocumentRemoval } from "./removal.js";
import { staleNotice } from "./stale-notice.js";
import { vocabularyOf } from "./vocabulary.js";

const DESCRIPTION = /(?:^|\/)(?:swagger|openapi)\.json$/;
const FOREIGN = /(?:^|\/)(?:node_modules|\.git|bin|lib|dist)\//;

/**
 * Requirement documents and derived files after a removal. What is not about the removed feature alone, or has a
 * shape that is not understood, stays as it is and becomes a notice.
 */
export function removeFromDocuments(
  backend: Backend,
  database: DatabaseSpec,
  removal: DocumentRemoval,
): DocumentEdits {
  const requirements = editRequirements(requirementTexts(backend), vocabularyOf(database, removal));
  const derived = editDerived(backend, database, removal);
  return {
    edits: [...requirements.edits, ...derived.edits],
    notices: [...requirements.notices, ...derived.notices],
    reasons: new Map([...requirements.reasons, ...derived.reasons]),
  };
}

function requirementTexts(backend: Backend): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of backend.files.values())
    if (classify(file.path) === "requirement" && file.text !== null) texts.set(file.path, file.text);
  return texts;
}

function editDerived(backend: Backend, database: DatabaseSpec, { removed }: DocumentRemoval): DocumentEdits {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  const reasons = new Map<string, string>();
  const names = erdNamesOf(database, removed);
  const properties = removedPropertiesOf(backend, removed);
  for (const { path, text } of backend.files.values()) {
    if (!isDerived(path)) continue;
    const isErd = path.endsWith(".md");
    const after = text === null ? null : isErd ? editErd(text, names) : editJson(text, removed, properties);
    if (text !== null && after !== null && after !== text) {
      edits.push({ path, before: text, after });
      reasons.set(path, isErd ? "draws" : DESCRIPTION.test(path) ? "publishes" : "records");
    } else if (after === null) {
      const why = text === null ? "It was not read" : "Its shape is not understood, or it was stale before";
      const notice = staleNotice(path, text, removed, `${why}: generate it again`);
      if (notice !== null) notices.push(notice);
    }
  }
  return { edits, notices, reasons };
}

function isDerived(path: string): boolean {
  return classify(path) === "derived" || (DESCRIPTION.test(path) && !FOREIGN.test(path));
}
