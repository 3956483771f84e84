import { ts } from "ts-morph";

type Name = ts.Identifier | ts.StringLiteral;

/** Every identifier, and every string that may name a property, by its text. */
export class NameIndex {
  private readonly places = new Map<string, Map<ts.SourceFile, Name[]>>();

  constructor(files: Iterable<ts.SourceFile>) {
    for (const file of files) this.visit(file, file);
  }

  /** All places of a name; only those of one file if it is given. */
  of(name: string, file?: ts.SourceFile): readonly Name[] {
    const files = this.places.get(name);
    if (files === undefined) return [];
    return file === undefined ? [...files.values()].flat() : (files.get(file) ?? []);
  }

  names(): Iterable<string> {
    return this.places.keys();
  }

  private visit(node: ts.Node, file: ts.SourceFile): void {
    if (ts.isIdentifier(node) || (ts.isStringLiteral(node) && namesProperty(node))) {
      let files = this.places.get(node.text);
      if (files === undefined) this.places.set(node.text, (files = new Map()));
      const known = files.get(file);
      if (known === undefined) files.set(file, [node]);
      else known.push(node);
    }
    ts.forEachChild(node, (child) => this.visit(child, file));
  }
}

/** In `distinct: ["title"]` and `by: ["title"]`. */
export function namesColumn(node: ts.StringLiteral): boolean {
  const list = node.parent;
  const holder = ts.isArrayLiteralExpression(list) ? list.parent : list;
  return (
    ts.isPropertyAssignment(holder) && holder.name !== node && /^(by|distinct)$/.test(holder.name.getText())
  );
}

function namesProperty(node: ts.StringLiteral): boolean {
  return (
    (ts.isElementAccessExpression(node.parent) && node.parent.argumentExpression === node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
    namesColumn(node)
  );
}
