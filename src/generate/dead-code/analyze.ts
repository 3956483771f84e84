import type { Deadness, Task } from "./deadness.js";
import { onAbsent } from "./on-absent.js";
import { onConstant } from "./on-constant.js";
import { onDeclaration, onReferences } from "./on-declaration.js";
import { onFile } from "./on-file.js";
import { onReference } from "./on-reference.js";
import { onType } from "./on-type.js";
import { settleComparisons } from "./settle-comparisons.js";
import { settleEmpty } from "./settle-empty.js";
import { settleInputs } from "./settle-inputs.js";
import { settlePositions } from "./settle-positions.js";
import { settleUnused } from "./settle-unused.js";
import { settleProducers, settleReturns, settleStarved } from "./settle-values.js";

/** Follows what was pushed until nothing more follows. */
export function analyze(state: Deadness): void {
  for (;;) {
    drain(state);
    for (const settle of [
      settleEmpty,
      settleComparisons,
      settlePositions,
      settleStarved,
      settleReturns,
      settleProducers,
      settleUnused,
      settleInputs,
    ]) {
      settle(state);
      if (state.hasTasks() || state.shrunk.size > 0) break;
    }
    if (!state.hasTasks() && state.shrunk.size === 0) return;
  }
}

function drain(state: Deadness): void {
  for (let task = state.next(); task !== undefined; task = state.next()) perform(state, task);
}

function perform(state: Deadness, task: Task): void {
  switch (task.kind) {
    case "absent":
      return onAbsent(state, task.node, task.cause);
    case "constant":
      return onConstant(state, task.node, task.value, task.cause);
    case "type":
      return onType(state, task.node, task.cause);
    case "declaration":
      return onDeclaration(state, task.node, task.cause);
    case "references":
      return onReferences(state, task.node, task.cause);
    case "reference":
      return onReference(state, task.node, task.cause);
    case "file":
      return onFile(state, task.path, task.cause);
  }
}
