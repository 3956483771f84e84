import type { Progress } from "../../util/progress.js";
import type { DependencySet } from "../../workspace/dependency-set.js";
import type { CheckedTree, Workspace } from "../../workspace/workspace.js";
import type { Trees } from "../gate.js";

export interface CompilationInput extends Trees {
  readonly workspace: Workspace;
  readonly scope?: readonly string[] | null;
  readonly progress: Progress;
}

/** The trees of one verification as the compiler has them open; the gates that compile share them. */
export class Compilation {
  private readonly opened = new Map<string, CheckedTree>();
  private resolved: Promise<DependencySet> | null = null;

  public constructor(private readonly input: CompilationInput) {}

  /** Whether only some files are looked at. */
  public get scoped(): boolean {
    return Boolean(this.input.scope);
  }

  /** The base's: a proposal changes no manifest, and the two trees must differ in nothing else. */
  public dependencies(): Promise<DependencySet> {
    return (this.resolved ??= this.input.workspace.resolve(this.input.base, this.input.progress));
  }

  public async tree(side: "base" | "head", compiler: string): Promise<CheckedTree> {
    const dependencies = await this.dependencies();
    const key = `${side} ${compiler}`;
    const known = this.opened.get(key);
    if (known !== undefined) return known;
    const { workspace, scope, progress } = this.input;
    const request = { backend: this.input[side], dependencies, compiler, ...(scope ? { scope } : {}) };
    const tree = workspace.open(request, progress);
    this.opened.set(key, tree);
    return tree;
  }

  public async close(): Promise<void> {
    await Promise.all([...this.opened.values()].map((tree) => tree.close()));
  }
}
