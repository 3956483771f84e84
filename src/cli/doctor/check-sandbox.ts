import { chooseIsolation } from "../../workspace/sandbox/choose-isolation.js";
import { type Finding, ok } from "./finding.js";

/** Only the run-time gate needs it, and says itself how a run was isolated. */
export function checkSandbox(): Finding {
  const isolation = chooseIsolation();
  if (isolation === "bubblewrap") return ok("sandbox", "bubblewrap");
  if (isolation === "namespaces") return ok("sandbox", "namespaces of the kernel");
  const remedy =
    "Only `--run` needs it: install bubblewrap, so that tests are run without network and files.";
  return { name: "sandbox", verdict: "unset", detail: "nothing here isolates a program", remedy };
}
