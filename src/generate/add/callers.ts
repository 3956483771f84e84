import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";

/** A function that is called by its name. */
export type Named = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression | ts.MethodDeclaration;

/** The calls of a function, and whether it is also handed around as a value, so that not all are known. */
export interface Callers {
  readonly calls: readonly ts.CallExpression[];
  readonly escapes: boolean;
}

/** Answers who calls a function, for the files of a program. */
export class CallIndex {
  private readonly uses = new Map<string, ts.Identifier[]>();
  private readonly known = new Map<ts.Node, Callers>();

  public constructor(
    private readonly program: TypedProgram,
    paths: Iterable<string>,
  ) {
    for (const path of paths) {
      const file = program.file(path);
      if (file !== undefined) this.collect(file);
    }
  }

  public of(owner: Named): Callers {
    const found = this.known.get(owner) ?? this.find(owner);
    this.known.set(owner, found);
    return found;
  }

  private collect(file: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) return;
      if (ts.isIdentifier(node)) {
        const all = this.uses.get(node.text);
        if (all === undefined) this.uses.set(node.text, [node]);
        else all.push(node);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  private find(owner: Named): Callers {
    const name = nameOf(owner);
    if (name === null) return { calls: [], escapes: false };
    const calls: ts.CallExpression[] = [];
    let escapes = false;
    for (const use of this.uses.get(name.text) ?? []) {
      if (use === name || !this.means(use, name)) continue;
      const callee = ts.isPropertyAccessExpression(use.parent) && use.parent.name === use ? use.parent : use;
      const { parent } = callee;
      if (ts.isCallExpression(parent) && parent.expression === callee) calls.push(parent);
      else if (!isInType(callee)) escapes = true;
    }
    return { calls, escapes };
  }

  private means(use: ts.Identifier, name: ts.Identifier): boolean {
    const { checker } = this.program;
    const symbol = checker.getSymbolAtLocation(use);
    if (symbol === undefined) return false;
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return target.declarations?.some((each) => each === name.parent) === true;
  }
}

/** The name that a function is called by: its own, or that of the constant that holds it. */
export function nameOf(owner: Named): ts.Identifier | null {
  const { parent } = owner;
  const named =
    ts.isFunctionDeclaration(owner) || ts.isMethodDeclaration(owner)
      ? owner.name
      : ts.isVariableDeclaration(parent)
        ? parent.name
        : undefined;
  return named !== undefined && ts.isIdentifier(named) ? named : null;
}

/** `ReturnType<typeof collect>` calls nothing. */
function isInType(node: ts.Node): boolean {
  return ts.isTypeQueryNode(node.parent) || ts.isQualifiedName(node.parent);
}

/** The functions around a node, innermost first. */
export function functionsAround(node: ts.Node): readonly Named[] {
  const found: Named[] = [];
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent)
    if (
      ts.isFunctionDeclaration(at) ||
      ts.isArrowFunction(at) ||
      ts.isFunctionExpression(at) ||
      ts.isMethodDeclaration(at)
    )
      found.push(at);
  return found;
}
