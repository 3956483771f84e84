import { parseConfig } from "../config/parse-config.js";
import { CONFIG_PATH, type RepositoryConfig } from "../config/repository-config.js";
import type { Host } from "../host/host.js";
import type { Backend } from "../source/backend.js";
import { classify } from "../source/layout.js";
import { next, type Step, stop } from "./step.js";

/** The backend that a run starts from, and what it says about the bot. */
export interface Base {
  readonly backend: Backend;
  readonly config: RepositoryConfig;
}

/** Step 1: the backend at one commit, as a value. */
export async function readBackend(host: Host): Promise<Step<Base>> {
  const result = await host.read();
  if (result.kind === "refused") return stop(result.reason, result.remedy);
  return checkBackend(result.backend, host.repository);
}

/** A backend with its configuration, if it is one that can be worked on. */
export function checkBackend(backend: Backend, repository: string): Step<Base> {
  const missing = missingParts(backend);
  if (missing.length > 0)
    return stop(
      `${repository} is not a backend that the bot can read: it has no ${missing.join(" and no ")}`,
      "Give the folder of the backend itself; the README says which layout is read",
    );
  const parsed = parseConfig(backend.files.get(CONFIG_PATH)?.text ?? null);
  if (!parsed.ok)
    return stop(`${CONFIG_PATH} is not valid: ${parsed.problems.join("; ")}`, "Repair it there");
  if (!parsed.config.enabled)
    return stop(`The bot is switched off for this repository`, `Set "enabled: true" in ${CONFIG_PATH}`);
  return next({ backend, config: parsed.config }, `${backend.files.size} files`);
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
