import { errorCode } from "../errors/disk-error.js";
import { WorldError } from "../errors/world-error.js";

const FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);

/** Runs a query; whatever the store does wrong comes back as one error that names it. */
export async function asking<T>(place: string, what: string, query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    throw storeError(place, what, cause);
  }
}

export function storeError(place: string, what: string, cause: unknown): WorldError {
  if (cause instanceof WorldError) return cause;
  const detail = `${what} failed: ${message(cause)}`;
  const full = FULL.has(errorCode(cause) ?? "") || /no space left on device/i.test(message(cause));
  const remedy = full
    ? "Free some disk space; what was running goes on with the next worker"
    : "Check that the store can be reached; what was running goes on with the next worker";
  return new WorldError(full ? "disk" : "store", place, detail, remedy, cause);
}

function message(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause);
  return text.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
}
