import { gte, coerce } from "semver";
import { WorldError } from "../../errors/world-error.js";
import { gitLine } from "../../host/local/git.js";
import { type Finding, missing, ok } from "./finding.js";

const OLDEST = "2.30.0";

export async function checkGit(folder: string): Promise<Finding> {
  const remedy = `Install git ${OLDEST} or newer.`;
  try {
    const version = await gitLine(folder, ["--version"]);
    const number = coerce(version)?.version ?? "0.0.0";
    return gte(number, OLDEST) ? ok("git", number) : missing("git", `${number} is too old`, remedy);
  } catch (error) {
    if (error instanceof WorldError) return missing("git", error.detail, remedy);
    throw error;
  }
}
