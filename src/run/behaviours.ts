import type { ChangeBehaviour } from "../change/kinds/change-behaviour.js";
import type { Change } from "../change/change.js";
import type { Behaviour } from "../phases/design.js";
import { findOperation } from "../plan/operation/find-operation.js";
import { requirementSections } from "../retrieve/sections/requirement-sections.js";
import type { Backend } from "../source/backend.js";
import { readSpec } from "../spec/spec.js";

/** What is left to be written once the derived edits of changes are made: one behaviour for each operation. */
export function behavioursOf(changes: readonly Change[], head: Backend): readonly Behaviour[] {
  const asked = changes.filter((change): change is ChangeBehaviour => change.kind === "change-behaviour");
  if (asked.length === 0) return [];
  const { api } = readSpec(head);
  const texts = new Map<string, string[]>();
  for (const { method, path, text } of asked) {
    const found = findOperation(method, path, api);
    if (!found.ok) throw new Error(`${method} ${path} was planned and is not there`);
    const { key } = found.value;
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    texts.set(key, [...(texts.get(key) ?? []), ...lines]);
  }
  return [...texts].map(([operation, requirements]) => ({
    operation,
    requirements,
    sections: sectionsSaying(requirements, head),
  }));
}

/** Ids of the sections that have one of the sentences in them. */
function sectionsSaying(sentences: readonly string[], head: Backend): readonly string[] {
  return requirementSections(head).flatMap(({ id, text }) =>
    sentences.some((each) => text.includes(each)) ? [id] : [],
  );
}

/** The change that says what a designed operation has to do. */
export function changeOf({ operation, requirements }: Behaviour): ChangeBehaviour {
  const [method = "", path = ""] = operation.split(" ");
  return { kind: "change-behaviour", method, path, text: requirements.join("\n") };
}
