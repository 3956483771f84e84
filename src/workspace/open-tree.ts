import type { Emitted } from "./compiler/emitted.js";
import { type PlacedTree, placeTree, removeTree, type TreeOptions } from "./placed-tree.js";
import type { CheckReport, CheckRequest, TransformReport } from "./workspace.js";

/** One tree and the compiler process over it; both are made when the first question comes. */
export class OpenTree {
  private placed: Promise<PlacedTree> | null = null;

  public constructor(
    private readonly request: CheckRequest,
    private readonly options: TreeOptions,
  ) {}

  public async check(): Promise<CheckReport> {
    const { process } = await this.open();
    return process.check(this.request.scope ?? null);
  }

  public async transform(): Promise<TransformReport> {
    const { process } = await this.open();
    return process.transform();
  }

  /** The JavaScript of the tree and its tests, as its own tools would build it. */
  public async emit(): Promise<Emitted> {
    const { process } = await this.open();
    return process.emit();
  }

  public async close(): Promise<void> {
    const placed = await this.placed?.catch(() => null);
    this.placed = null;
    if (placed) await removeTree(placed);
  }

  private open(): Promise<PlacedTree> {
    const { request, options } = this;
    return (this.placed ??= placeTree(request, options, request.scope === undefined));
  }
}
