import type { Backend } from "../source/backend.js";
import { moveTree } from "./move-tree.js";
import type { GeneratedClient } from "./prisma/generate-client.js";
import { clientsOf, type PlacedTree, placeTree, removeTree, type TreeOptions } from "./placed-tree.js";
import type { CheckReport, Toolchain } from "./workspace.js";

/**
 * A tree that stays open and moves from one state of a backend to the next: only the files that differ are written,
 * and the compiler keeps what it knows of the others.
 */
export class ResidentTree {
  private placed: PlacedTree | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  public constructor(
    private readonly toolchain: Toolchain,
    private readonly options: TreeOptions,
  ) {}

  /** One question after the other, because there is one folder. */
  public check(state: Backend, scope: readonly string[] | null): Promise<CheckReport> {
    const answer = this.turn.then(() => this.answer(state, scope));
    this.turn = answer.catch(() => {});
    return answer;
  }

  public async close(): Promise<void> {
    await this.turn;
    await this.leave();
  }

  private async answer(state: Backend, scope: readonly string[] | null): Promise<CheckReport> {
    // Asked first, because a client that cannot be generated leaves the folder as it is.
    const clients = await clientsOf(this.toolchain, state, this.options);
    try {
      const { process } = await this.moveTo(state, clients);
      return await process.check(scope);
    } catch (error) {
      // Nobody knows what the folder holds now; the next question starts from the beginning.
      await this.leave();
      throw error;
    }
  }

  private async moveTo(state: Backend, clients: readonly GeneratedClient[]): Promise<PlacedTree> {
    const { toolchain, options } = this;
    if (this.placed !== null && !samePlaces(this.placed.clients, clients)) await this.leave();
    const { placed } = this;
    if (placed === null)
      return (this.placed = await placeTree({ ...toolchain, backend: state }, options, false));
    const changed = await moveTree(placed, state, clients);
    if (changed.length > 0) await placed.process.changed(changed);
    return (this.placed = { ...placed, clients, state });
  }

  private async leave(): Promise<void> {
    const { placed } = this;
    this.placed = null;
    if (placed !== null) await removeTree(placed);
  }
}

function samePlaces(before: readonly GeneratedClient[], after: readonly GeneratedClient[]): boolean {
  const places = (clients: readonly GeneratedClient[]): string =>
    JSON.stringify(clients.map(({ output }) => output));
  return places(before) === places(after);
}
