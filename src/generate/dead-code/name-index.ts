import { ts } from "@ts-morph/common";

type Name = ts.Identifier | ts.StringLiteral;

/** Every identifier, and every string that may name a property, by its text. */
export class NameIndex {
  private readonly places = new Map<string, Name[]>();

  constructor(files: Iterable<ts.SourceFile>) {
    for (const file of files) this.visit(file);
  }

  /** All places of a name; only those of one file if it is given. */
  of(name: string, file?: ts.SourceFile): readonly Name[] {
    const all = this.places.get(name) ?? [];
    return file === undefined ? all : all.filter((node) => node.getSourceFile() === file);
  }

  names(): Iterable<string> {
    return this.places.keys();
  }

  private visit(node: ts.Node): void {
    if (ts.isIdentifier(node) || (ts.isStringLiteral(node) && namesProperty(node))) {
      const known = this.places.get(node.text);
      if (known === undefined) this.places.set(node.text, [node]);
      else known.push(node);
    }
    ts.forEachChild(node, (child) => this.visit(child));
  }
}

function namesProperty(node: ts.StringLiteral): boolean {
  return (
    (ts.isElementAccessExpression(node.parent) && node.parent.argumentExpression === node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node)
  );
}
