import type { Change } from "../../change/change.js";
import type { Question } from "../../generate/question.js";
import type { Edit } from "../../source/edit.js";
import { adoptBlocks } from "./adopt-blocks.js";
import { changedFields } from "./changed-fields.js";
import { changedIndexes } from "./changed-indexes.js";
import { changedProperties } from "./changed-properties.js";
import { newFields } from "./new-fields.js";
import { newRelations } from "./new-relations.js";
import { ownRenames } from "./own-renames.js";
import { possibleFields } from "./possible-fields.js";
import { possibleModels } from "./possible-models.js";
import { possibleProperties } from "./possible-properties.js";
import { decideRenames, spellOut } from "./possible-renames.js";
import { removedMembers } from "./removed-members.js";
import { removedModels } from "./removed-models.js";
import type { SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

/** What a person's edits ask for next. */
export type SyncStep =
  | { readonly kind: "change"; readonly wish: Wish }
  /** New blocks of the schema, which nothing else follows from: they are taken over as they are written. */
  | { readonly kind: "adopt"; readonly edits: readonly Edit[] }
  | { readonly kind: "ask"; readonly question: Question }
  | { readonly kind: "refused"; readonly reason: string; readonly remedy: string }
  | { readonly kind: "done" };

/**
 * The next change that the difference between what stands and what a person wrote comes to. Each is found anew on
 * what the ones before it leave, because one change takes along what another would have asked for.
 */
export function nextStep(state: SyncState, tried: ReadonlySet<string>): SyncStep {
  const schema = decideRenames([...possibleModels(state), ...possibleFields(state)], state);
  if (schema.question !== null) return { kind: "ask", question: schema.question };
  const fresh = (wishes: readonly Wish[]): Wish | undefined => wishes.find(({ key }) => !tried.has(key));
  const renamed = fresh(schema.renames.flatMap(({ changes }) => changes.map(only)));
  if (renamed !== undefined) return { kind: "change", wish: renamed };
  for (const find of BEFORE) {
    const wish = fresh(find(state));
    if (wish !== undefined) return { kind: "change", wish };
  }
  const adopted = adoptBlocks(state);
  if (adopted.length > 0) return { kind: "adopt", edits: adopted };
  for (const find of AFTER) {
    const wish = fresh(find(state));
    if (wish !== undefined) return { kind: "change", wish };
  }
  return nextProperty(state, fresh);
}

/** The state with an answer for each thing that was asked about together with others. */
export function spelledOut(state: SyncState): SyncState {
  const schema = spellOut([...possibleModels(state), ...possibleFields(state)], state.answers);
  return { ...state, answers: spellOut(possibleProperties(state), schema) };
}

/** What goes is gone before what comes, so that a name can be used again. */
const BEFORE = [ownRenames, removedModels, removedMembers] as const;
const AFTER = [newRelations, newFields, changedFields, changedIndexes] as const;

/** DTOs are looked at last: most of what stands in them follows from the schema. */
function nextProperty(state: SyncState, fresh: (wishes: readonly Wish[]) => Wish | undefined): SyncStep {
  const { renames, question } = decideRenames(possibleProperties(state), state);
  if (question !== null) return { kind: "ask", question };
  const renamed = fresh(renames.flatMap(({ changes }) => changes.map(only)));
  if (renamed !== undefined) return { kind: "change", wish: renamed };
  const { wishes, refusal } = changedProperties(state);
  const wish = fresh(wishes);
  if (wish !== undefined) return { kind: "change", wish };
  return refusal === null ? { kind: "done" } : { kind: "refused", ...refusal };
}

function only(change: Change): Wish {
  return wishFor([change]);
}
