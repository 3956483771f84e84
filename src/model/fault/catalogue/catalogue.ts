import type { FaultKind } from "../fault-kind.js";
import { CONTENT_FAULTS } from "./content-faults.js";
import { KIND_FAULTS } from "./kind-faults.js";
import { MEMBER_FAULTS } from "./member-faults.js";
import { NAME_FAULTS } from "./name-faults.js";
import { TEXT_FAULTS } from "./text-faults.js";
import { TYPE_FAULTS } from "./type-faults.js";

/** Everything that we know of what weak models do to a right answer. */
export const CATALOGUE: readonly FaultKind[] = [
  ...MEMBER_FAULTS,
  ...KIND_FAULTS,
  ...TYPE_FAULTS,
  ...NAME_FAULTS,
  ...CONTENT_FAULTS,
  ...TEXT_FAULTS,
];
