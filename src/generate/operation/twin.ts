import { parseTypescript } from "../../source/parse-typescript.js";
import { applySplices } from "../../source/edit.js";
import type { Known } from "../create/known.js";
import type { NewModel, NewOperation } from "../create/new-model.js";
import { ownerOf } from "../create/new-model.js";
import { functionNamed } from "./local-names.js";
import { retell } from "./retell.js";

/** The code of an operation that somebody else has of the same kind, told for another caller. */
export interface Twin {
  readonly of: NewOperation;
  readonly text: string;
}

/**
 * What another actor's operation of the same kind does, without what it asks about its rows; null where nobody has
 * one, it cannot be told for anybody else, or the new caller may touch rows of his own only.
 */
export function twinOf(operation: NewOperation, model: NewModel, known: Known): Twin | null {
  if (operation.actor !== null && ownerOf(model)?.actor === operation.actor) return null;
  for (const each of model.operations) {
    if (each.kind !== operation.kind || each.actor === operation.actor) continue;
    if (each.parameters.join() !== operation.parameters.join()) continue;
    const text = toldFor(each, operation, known);
    if (text !== null) return { of: each, text };
  }
  return null;
}

function toldFor(each: NewOperation, operation: NewOperation, known: Known): string | null {
  const file = known.backend.files.get(each.provider.path);
  if (file === undefined || file.text === null) return null;
  const owner = functionNamed(parseTypescript(file), each.provider.name);
  const told = owner === null ? null : retell(owner, each.actor, operation.actor);
  if (told === null || !told.ok) return null;
  const text = applySplices(file.text, told.splices);
  return text.replaceAll(new RegExp(`\\b${each.provider.name}\\b`, "g"), operation.provider.name);
}
