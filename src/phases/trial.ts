import type { Finding } from "../model/loop/finding.js";
import type { Backend } from "../source/backend.js";
import type { PhasePorts } from "./phase-ports.js";
import { type PlacedChange, planningFindings } from "./planning-finding.js";

/** Answers tried on a backend. The last one that is tried is the one that is taken. */
export class Trial {
  private left: Backend;

  /** `wayOut` says what else an answer may say where a change cannot be carried out. */
  public constructor(
    private readonly base: Backend,
    private readonly ports: Pick<PhasePorts, "tryChanges">,
    private readonly wayOut: string,
  ) {
    this.left = base;
  }

  /** The backend as the changes leave it that were tried last. */
  public get backend(): Backend {
    return this.left;
  }

  /** What planning has against the changes of an answer. */
  public async findings(placed: readonly PlacedChange[]): Promise<readonly Finding[]> {
    const changes = placed.map(({ change }) => change);
    const { objections, backend } = await this.ports.tryChanges(this.base, changes);
    this.left = backend;
    return objections.flatMap((objection) => planningFindings(placed, objection, this.wayOut));
  }
}
