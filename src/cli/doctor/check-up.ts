import type { Environment } from "../../config/environment.js";
import { WorldError } from "../../errors/world-error.js";
import { checkDisk } from "./check-disk.js";
import { checkGit } from "./check-git.js";
import { checkNode } from "./check-node.js";
import { checkRegistry } from "./check-registry.js";
import { checkSandbox } from "./check-sandbox.js";
import { checkStore } from "./check-store.js";
import { type Finding, missing, ok } from "./finding.js";

/** Looks at everything; nothing that is wrong keeps the rest from being looked at. */
export async function checkUp(readEnvironment: () => Environment): Promise<readonly Finding[]> {
  const findings: Finding[] = [checkNode(process.versions.node), await checkGit(process.cwd())];
  try {
    const environment = readEnvironment();
    findings.push(
      await checkRegistry(environment.folders.cache),
      await checkDisk(environment.folders),
      await checkStore(environment.databaseUrl, environment.folders),
      checkSandbox(),
      checkApp(environment),
    );
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    findings.push(missing("environment", error.message, error.remedy));
  }
  return findings;
}

function checkApp({ app, apiUrl }: Environment): Finding {
  if (app !== null) return ok("GitHub App", `app ${app.appId} at ${apiUrl}`);
  const remedy = "Only `serve` needs it: set APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET.";
  return { name: "GitHub App", verdict: "unset", detail: "no credentials", remedy };
}
