import type { ts } from "ts-morph";

/** Dotted uses of imported names, those of the whole file and those of each of its parts. */
export class Uses {
  public readonly all = new Set<string>();
  /** Outermost functions, namespaces and methods, each with the uses inside of it. */
  public readonly parts = new Map<ts.Node, Set<string>>();
  private part: Set<string> | null = null;

  public add(use: string): void {
    this.all.add(use);
    this.part?.add(use);
  }

  public inPart(node: ts.Node, walk: () => void): void {
    const outermost = this.part === null;
    if (outermost) this.parts.set(node, (this.part = new Set()));
    walk();
    if (outermost) this.part = null;
  }
}
