import { WorldError } from "../errors/world-error.js";

/** Dependencies or tools cannot be installed: names the package, and the way out. */
export function cannotInstall(thing: string, detail: string, remedy: string, cause?: unknown): WorldError {
  return new WorldError("tool", thing, `dependencies cannot be installed: ${detail}`, remedy, cause);
}
