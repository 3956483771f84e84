import type { Backend } from "../../src/source/backend.js";
import type { Trees } from "../../src/verify/gate.js";

export const NOTHING_REMOVED = { models: [], fields: [], dtos: [], properties: [], operations: [] };

/** Two trees as a gate takes them; every changed path counts as planned. */
export function trees(base: Backend, head: Backend, more: Partial<Trees> = {}): Trees {
  const paths = new Set([...base.files.keys(), ...head.files.keys()]);
  const touched = [...paths].filter((path) => base.files.get(path)?.sha !== head.files.get(path)?.sha);
  return { base, head, touched: new Set(touched), removed: NOTHING_REMOVED, answeredGuards: [], ...more };
}
