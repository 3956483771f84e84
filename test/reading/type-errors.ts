import type { Backend } from "../../src/source/backend.js";
import { SILENT } from "../../src/util/progress.js";
import { verify } from "../../src/verify/verify.js";
import { testWorkspace } from "../support/fixture-backend.js";
import { residentWorkspace } from "../support/resident-workspace.js";

/** What the compiler says of one backend and did not say of the other. */
export async function newTypeErrors(base: Backend, head: Backend): Promise<readonly string[]> {
  const workspace = residentWorkspace(testWorkspace(), base);
  try {
    const results = await verify({
      base,
      head,
      touched: new Set(head.files.keys()),
      removed: { models: [], fields: [], dtos: [], properties: [], operations: [] },
      answeredGuards: [],
      gates: ["types"],
      workspace,
      progress: SILENT,
    });
    return results.flatMap(({ diagnostics }) =>
      diagnostics
        .filter(({ status }) => status === "new")
        .map(({ path, line, message }) => `${path}:${line} ${message}`),
    );
  } finally {
    await workspace.close();
  }
}
