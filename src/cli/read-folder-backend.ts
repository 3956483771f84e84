import { localHost } from "../host/local/local-host.js";
import type { Backend } from "../source/backend.js";
import { readBackend } from "../run/read-backend.js";
import { Ending } from "./ending.js";

/** The backend in a folder, as it stands there; ends the command where there is none. */
export async function readFolderBackend(folder: string): Promise<Backend> {
  const step = await readBackend(localHost(folder, { dryRun: true }));
  if (step.kind === "end") throw new Ending(step.outcome);
  return step.value.backend;
}
