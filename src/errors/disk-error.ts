import { WorldError } from "./world-error.js";

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "Free some disk space and run it again; nothing is half-published",
  EDQUOT: "Free some of the disk quota and run it again; nothing is half-published",
  EACCES: "Give this user the right to it and run it again",
  EPERM: "Give this user the right to it and run it again",
  EROFS: "Choose a folder that can be written to",
  ENOENT: "Check the path",
};

/** A failure of the file system as a named one; anything else is given back unchanged. */
export function diskError(path: string, cause: unknown): unknown {
  const code = errorCode(cause);
  const remedy = code === null ? undefined : REMEDIES[code];
  if (code === null || remedy === undefined) return cause;
  const thing =
    cause instanceof Error && "path" in cause && typeof cause.path === "string" ? cause.path : path;
  return new WorldError("disk", thing, cause instanceof Error ? cause.message : code, remedy, cause);
}

/** The code of a system error, such as "ENOSPC". */
export function errorCode(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}
