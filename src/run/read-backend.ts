import type { Host } from "../host/host.js";
import type { Backend } from "../source/backend.js";
import { classify } from "../source/layout.js";
import { next, type Step, stop } from "./step.js";

/** Step 1: the backend at one commit, as a value. */
export async function readBackend(host: Host): Promise<Step<Backend>> {
  const result = await host.read();
  if (result.kind === "refused") return stop(result.reason, result.remedy);
  const missing = missingParts(result.backend);
  if (missing.length > 0)
    return stop(
      `${host.repository} is not a backend that the bot can read: it has no ${missing.join(" and no ")}`,
      "Give the folder of the backend itself; the README says which layout is read",
    );
  return next(result.backend, `${result.backend.files.size} files`);
}

/** Without these there is nothing to remove from; everything else may be absent. */
function missingParts(backend: Backend): string[] {
  const kinds = new Set(Array.from(backend.files.keys(), classify));
  const missing: string[] = [];
  if (!kinds.has("model")) missing.push("Prisma schema in prisma/schema");
  if (!kinds.has("dto")) missing.push("DTO in src/api/structures");
  if (!kinds.has("controller")) missing.push("controller in src/controllers");
  return missing;
}
