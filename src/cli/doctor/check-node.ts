import { gte } from "semver";
import { type Finding, missing, ok } from "./finding.js";

const OLDEST = "20.19.0";

export function checkNode(version: string): Finding {
  if (gte(version, OLDEST)) return ok("node", version);
  return missing("node", `${version} is too old`, `Install Node ${OLDEST} or newer.`);
}
