import { parseConfig } from "../config/parse-config.js";
import { CONFIG_PATH } from "../config/repository-config.js";
import type { Host, Refused } from "../host/host.js";
import type { Backend } from "../source/backend.js";

export interface RememberingHost {
  readonly host: Host;
  /** What was read last; null before. */
  readonly backend: () => Backend | null;
}

/** The host, and what was read from it last. */
export function rememberingHost(host: Host): RememberingHost {
  let backend: Backend | null = null;
  return {
    backend: () => backend,
    host: {
      repository: host.repository,
      publish: (changeSet) => host.publish(changeSet),
      read: async () => {
        const result = await host.read();
        if (result.kind === "refused") return result;
        backend = result.backend;
        return forbiddenBy(backend) ?? result;
      },
    },
  };
}

/** What the repository's own settings have against a run. */
function forbiddenBy(backend: Backend): Refused | null {
  const parsed = parseConfig(backend.files.get(CONFIG_PATH)?.text ?? null);
  if (!parsed.ok)
    return {
      kind: "refused",
      reason: `${CONFIG_PATH} is not valid: ${parsed.problems.join("; ")}`,
      remedy: `Repair ${CONFIG_PATH}`,
    };
  if (parsed.config.enabled) return null;
  return { kind: "refused", reason: `${CONFIG_PATH} switches me off`, remedy: "Set enabled to true there" };
}
