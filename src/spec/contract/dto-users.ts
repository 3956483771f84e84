import type { InterfaceSpec, Operation } from "../interface/interface-spec.js";

/** The operations that take a DTO from callers, and those that show it to them. */
export interface DtoUse {
  readonly taken: readonly Operation[];
  readonly shown: readonly Operation[];
}

/** Says of every DTO which operations it stands in, directly or inside others. */
export function dtoUsers({ dtos, operations }: InterfaceSpec): (name: string) => DtoUse {
  const uses = new Map<string, { taken: Operation[]; shown: Operation[] }>();
  const spread = (from: string | null, add: (name: string) => void): void => {
    const seen = new Set<string>();
    const queue = from === null ? [] : [from];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      add(name);
      queue.push(...(dtos.get(name)?.references ?? []));
    }
  };
  const of = (name: string): { taken: Operation[]; shown: Operation[] } => {
    const found = uses.get(name) ?? { taken: [], shown: [] };
    uses.set(name, found);
    return found;
  };
  for (const operation of operations.values()) {
    spread(operation.body, (name) => of(name).taken.push(operation));
    spread(operation.response, (name) => of(name).shown.push(operation));
  }
  return of;
}

/** How a caller writes an operation: the SDK's function, or the route where there is none. */
export function callOf({ accessor, key }: Operation): string {
  return accessor === null ? key : ["api.functional", ...accessor].join(".");
}
