import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Backend } from "../source/backend.js";
import type { GeneratedClient } from "./prisma/generate-client.js";
import { clientFolder, placeClient } from "./prisma/place-client.js";
import { clientsOf, type PlacedTree, placeTree, removeTree, type TreeOptions } from "./placed-tree.js";
import type { CheckReport, Toolchain } from "./workspace.js";
import { codeFiles, writeFiles } from "./write-tree.js";

/**
 * A tree that stays open and moves from one state of a backend to the next: only the files that differ are written,
 * and the compiler keeps what it knows of the others.
 */
export class ResidentTree {
  private placed: Standing | null = null;
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
    if (this.placed === null)
      this.placed = { ...(await placeTree({ ...toolchain, backend: state }, options)), state };
    else this.placed = await change(this.placed, state, clients);
    return this.placed;
  }

  private async leave(): Promise<void> {
    const { placed } = this;
    this.placed = null;
    if (placed !== null) await removeTree(placed);
  }
}

interface Standing extends PlacedTree {
  /** What the folder holds. */
  readonly state: Backend;
}

async function change(
  placed: Standing,
  state: Backend,
  clients: readonly GeneratedClient[],
): Promise<Standing> {
  const { root, process } = placed;
  const gone = new Map(codeFiles(placed.state).map(({ path, sha }) => [path, sha]));
  const written = codeFiles(state).filter(({ path, sha }) => {
    const before = gone.get(path);
    gone.delete(path);
    return before !== sha;
  });
  for (const path of gone.keys()) await rm(join(root, path));
  await writeFiles(written, root);
  const changed = [...gone.keys(), ...written.map(({ path }) => path)];
  for (const [index, client] of clients.entries()) {
    if (placed.clients[index]?.folder === client.folder) continue;
    const files = await placeClient(client, clientFolder(client, root));
    changed.push(...files.map((file) => relative(root, file)));
  }
  if (changed.length > 0) await process.changed(changed);
  return { ...placed, clients, state };
}

function samePlaces(before: readonly GeneratedClient[], after: readonly GeneratedClient[]): boolean {
  const places = (clients: readonly GeneratedClient[]): string =>
    JSON.stringify(clients.map(({ output }) => output));
  return places(before) === places(after);
}
