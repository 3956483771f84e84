import { changePath } from "../holds-changes.js";
import type { Phased } from "../phased.js";
import type { PhasePorts } from "../phase-ports.js";
import type { Backend } from "../../source/backend.js";
import type { DesignRequest } from "../design-request.js";
import { Trial } from "../trial.js";
import type { DatabaseEntry } from "./database-design.js";
import { databaseStep } from "./database-step.js";

/** What the database comes to. */
export interface DesignedDatabase {
  readonly entries: readonly DatabaseEntry[];
  /** As the changes leave it. */
  readonly backend: Backend;
}

const WAY_OUT = "If the intentions can be served without it, take it out.";

/** Has the database designed. */
export async function designDatabase(
  request: DesignRequest,
  ports: PhasePorts,
): Promise<Phased<DesignedDatabase>> {
  const trial = new Trial(request.backend, ports, WAY_OUT);
  const step = databaseStep(request, async ({ changes }) =>
    trial.findings(changes.map(({ change }, index) => ({ path: changePath(index), change }))),
  );
  const called = await ports.ask(step);
  if (!called.ok) return called;
  return { ok: true, value: { entries: called.value.changes, backend: trial.backend } };
}
