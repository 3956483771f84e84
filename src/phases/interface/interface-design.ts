import type { tags } from "typia";
import type { ChangeOf } from "../../change/change.js";
import type { IntentionIds } from "../intentions.js";

/** What callers get, and what operations have to do. Each intention is served by a behaviour or is settled. */
export interface InterfaceDesign {
  /** One entry for each change of operations, DTOs and who may call or see what; none where nothing of it changes. */
  readonly changes: readonly InterfaceEntry[] & tags.MaxItems<40>;
  /** What has to be programmed: one entry for each operation that an intention makes do something. */
  readonly behaviours: readonly OperationBehaviour[] & tags.MaxItems<60>;
  /** Intentions that changes alone fulfil, such as one that only says who may see a column: nothing is programmed. */
  readonly settled: readonly string[] & tags.MaxItems<20>;
}

export interface InterfaceEntry {
  /** The intentions that need it. */
  readonly serves: IntentionIds;
  readonly change: InterfaceChange;
}

/** The changes of the interface that a design may make. */
export type InterfaceChange = ChangeOf<(typeof INTERFACE_KINDS)[number]>;

/** An operation in whose code intentions are served. */
export interface OperationBehaviour {
  /** Method and path: "POST /bbs/member/articles". */
  readonly operation: string;
  /** All intentions that its code has a part in. */
  readonly serves: IntentionIds;
}

export const INTERFACE_KINDS = [
  "add-operation",
  "add-transition",
  "add-stub",
  "add-dto",
  "add-property",
  "expose-field",
  "hide-property",
  "change-constraint",
  "change-access",
  "change-response",
] as const;
