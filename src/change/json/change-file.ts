import typia, { type tags } from "typia";
import type { Change } from "../change.js";
import type { COMMAND_LIMIT } from "../parse-comment.js";

/** At least one, and no more than one request is read for. */
type Several = readonly Change[] & tags.MinItems<1> & tags.MaxItems<typeof COMMAND_LIMIT>;

/** Several changes, beside the schema that an editor checks them with. */
export interface ChangeDocument {
  /** Where the schema of this file is: what `autobe-bot schema` prints. */
  readonly $schema?: string;
  /** One request: they are carried out together, in the order in which they need each other. */
  readonly changes: Several;
}

/** A file of changes: one of them, a list, or a document. */
export type ChangeFile = ChangeDocument | Change | Several;

/**
 * One change as JSON has it. Nothing may be left out, null neither: in some kinds it takes something away (limits, a
 * default, who may), which nobody should do by forgetting a member.
 */
export const validateChange = typia.createValidateEquals<Change>();
