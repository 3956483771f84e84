import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { isAssignment } from "../names/context.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import type { View } from "./view.js";

/** The removed member that something died of, and how it was used where it first met. */
export interface Cause {
  readonly cause: string;
  readonly how: string;
}

/** A step of the analysis that waits for its turn. */
export type Task =
  | { readonly kind: "absent"; readonly node: ts.Expression; readonly cause: Cause }
  | {
      readonly kind: "constant";
      readonly node: ts.Expression;
      readonly value: boolean;
      readonly cause: Cause;
    }
  | { readonly kind: "type"; readonly node: ts.Node; readonly cause: Cause }
  | { readonly kind: "declaration"; readonly node: ts.Node; readonly cause: Cause }
  | { readonly kind: "references"; readonly node: ts.Node; readonly cause: Cause }
  | { readonly kind: "reference"; readonly node: ts.Identifier | ts.StringLiteral; readonly cause: Cause }
  | { readonly kind: "file"; readonly path: string; readonly cause: Cause };

/** A construct that no rule removes safely. */
export interface OpenPlace {
  readonly construct: string;
  readonly node: ts.Node;
  readonly cause: Cause;
}

/**
 * What is known so far of the code that a removal takes along. Nothing is edited while this grows: a chain of
 * uses is decided as a whole, and only then turned into text.
 *
 * An expression is *absent* when its value came from something removed; it stands for null, undefined, zero, an
 * empty list or false. A *constant* is a condition that absence decides. A node is *removed* when its text goes,
 * *replaced* when a descendant or a text takes its place.
 */
export class Deadness {
  readonly removed = new Set<ts.Node>();
  readonly replaced = new Map<ts.Node, ts.Node | string>();
  /** Conditions of which only the other branch is left. */
  readonly inverted = new Set<ts.IfStatement>();
  readonly absent = new Set<ts.Node>();
  readonly constants = new Map<ts.Node, boolean>();
  readonly deadDeclarations = new Set<ts.Node>();
  readonly deadFields = new Map<string, Cause>();
  readonly deadModels = new Map<string, Cause>();
  readonly deletedFiles = new Map<string, Cause>();
  /** Lists and blocks that lost a member; whether they are empty is asked when all else is settled. */
  readonly shrunk = new Map<ts.Node, Cause>();
  /** Return statements whose value is absent. */
  readonly absentReturns = new Map<ts.ReturnStatement | ts.ArrowFunction, Cause>();
  /** Declared property → object-literal members that give it an absent value. */
  readonly absentProducers = new Map<ts.Node, Map<ts.ObjectLiteralElementLike, Cause>>();
  /** Declared property → every member that gives it a value, found once. */
  readonly producers = new Map<ts.Node, readonly ts.Node[]>();
  /** Variables that had an assignment inside removed code. */
  readonly starved = new Map<ts.VariableDeclaration, Cause>();
  /** Lists that lost elements and are kept in a variable, which may read the others by position. */
  readonly shortened = new Map<
    ts.ArrayLiteralExpression,
    { readonly variable: ts.VariableDeclaration; readonly cause: Cause }
  >();
  /** Comparisons of something absent, decided when everything else that is absent is known. */
  readonly comparisons = new Map<ts.BinaryExpression, Cause>();
  /** Names that stood in removed code, by file, since they were last looked at. */
  readonly lostNames = new Map<ts.SourceFile, Set<string>>();
  /** Removed nodes whose reads of request properties were looked at. */
  readonly seenInputs = new Set<ts.Node>();
  /** Statements that refuse whatever comes into their branch, since nothing passes their condition any more. */
  readonly closed = new Set<ts.Node>();
  readonly open = new Map<ts.Node, OpenPlace>();
  /** Places whose answer was carried out: once is enough, even if what follows cannot be seen yet. */
  readonly answered = new Set<ts.Node>();
  /** Path → reasons, by their text. */
  readonly reasons = new Map<string, Map<string, Cause>>();
  private readonly tasks: Task[] = [];

  constructor(
    readonly program: TypedProgram,
    readonly view: View,
    readonly database: DatabaseSpec,
  ) {}

  /** Whether a create may leave a column out. */
  isOptionalColumn(model: string, name: string): boolean {
    const field = this.database.models.get(model)?.fields.find((one) => one.name === name);
    return field?.optional === true || field?.list === true || field?.hasDefault === true;
  }

  /** What kind of value a column holds, if it has to hold one. */
  columnKind(model: string, name: string): "number" | "boolean" | "string" | null {
    const type = this.database.models.get(model)?.fields.find((one) => one.name === name)?.type;
    if (type === "Boolean") return "boolean";
    if (type === "String") return "string";
    return type === "Int" || type === "Float" ? "number" : null;
  }

  push(task: Task): void {
    this.tasks.push(task);
  }

  hasTasks(): boolean {
    return this.tasks.length > 0;
  }

  next(): Task | undefined {
    return this.tasks.pop();
  }

  /** Told once: what is absent already leads to nothing new, and a task for it would keep the rules going for ever. */
  absentify(node: ts.Expression, cause: Cause): void {
    if (this.absent.has(node)) return;
    this.push({ kind: "absent", node, cause });
  }

  fold(node: ts.Expression, value: boolean, cause: Cause): void {
    this.push({ kind: "constant", node, value, cause });
  }

  declare(node: ts.Node, cause: Cause): void {
    this.push({ kind: "declaration", node, cause });
  }

  /** Takes a node's text out. Whatever held it may have become empty. */
  remove(node: ts.Node, cause: Cause): void {
    if (this.removed.has(node)) return;
    this.removed.add(node);
    this.explain(node, cause);
    this.shrunk.set(node.parent, cause);
    this.starve(node, cause);
  }

  /** Whether a node stands for its parent; if so, it does so no longer, as it is itself dead. */
  stoodForParent(node: ts.Node): boolean {
    return this.replaced.get(node.parent) === node && this.replaced.delete(node.parent);
  }

  /** The statement whose variable went, of which only this effect was kept. */
  statementLeftAs(node: ts.Node): ts.VariableStatement | null {
    let at = node.parent;
    while (ts.isExpression(at) || ts.isVariableDeclaration(at) || ts.isVariableDeclarationList(at))
      at = at.parent;
    return ts.isVariableStatement(at) && this.replaced.get(at) === node ? at : null;
  }

  /** Lets a descendant, or a text, stand in a node's place. */
  replace(node: ts.Node, by: ts.Node | string, cause: Cause): void {
    this.replaced.set(node, by);
    this.explain(node, cause);
    if (typeof by !== "string") this.starve(node, cause, by);
    else this.starve(node, cause);
  }

  ask(construct: string, node: ts.Node, cause: Cause): void {
    if (!this.open.has(node)) this.open.set(node, { construct, node, cause });
    this.explain(node, cause);
  }

  explain(node: ts.Node, cause: Cause): void {
    const path = this.program.pathOf(node.getSourceFile());
    if (path !== null) this.explainPath(path, cause);
  }

  explainPath(path: string, cause: Cause): void {
    let known = this.reasons.get(path);
    if (known === undefined) this.reasons.set(path, (known = new Map()));
    known.set(`${cause.cause} ${cause.how}`, cause);
  }

  /** Places that still wait for a person: not inside of anything that went or was settled meanwhile. */
  waiting(): readonly OpenPlace[] {
    return [...this.open.values()].filter(
      ({ node }) => !this.isGone(node) && !this.replaced.has(node) && !this.absentAbove(node),
    );
  }

  /** Whether a node lies in an expression that is absent and whose holder goes. */
  private absentAbove(node: ts.Node): boolean {
    for (
      let at = node.parent as ts.Node | undefined;
      at !== undefined && !ts.isSourceFile(at);
      at = at.parent
    ) {
      if (this.absent.has(at) && this.isGone(at)) return true;
    }
    return false;
  }

  /** Whether a node's text will not be in the result. */
  isGone(node: ts.Node): boolean {
    for (let at: ts.Node = node; ; at = at.parent) {
      if (this.removed.has(at)) return true;
      const by = at.parent === undefined ? undefined : this.replaced.get(at.parent);
      if (by !== undefined && by !== at && !(typeof by !== "string" && contains(by, node))) return true;
      if (ts.isSourceFile(at)) {
        const path = this.program.pathOf(at);
        return path !== null && this.deletedFiles.has(path);
      }
    }
  }

  /** Remembers the names that lose a use, and the outer variables that lose an assignment, with this node. */
  private starve(node: ts.Node, cause: Cause, except?: ts.Node): void {
    const file = node.getSourceFile();
    const names = this.lostNames.get(file) ?? new Set();
    this.lostNames.set(file, names);
    const visit = (at: ts.Node): void => {
      if (at === except) return;
      if (ts.isIdentifier(at)) names.add(at.text);
      const target = mutated(at);
      if (target !== null) {
        const declaration = this.program.checker.getSymbolAtLocation(target)?.valueDeclaration;
        if (
          declaration !== undefined &&
          ts.isVariableDeclaration(declaration) &&
          !contains(node, declaration)
        ) {
          this.starved.set(declaration, cause);
        }
      }
      ts.forEachChild(at, visit);
    };
    visit(node);
  }
}

/** The variable that a node gives a new value or content. */
function mutated(node: ts.Node): ts.Identifier | null {
  if (ts.isBinaryExpression(node) && isAssignment(node)) return ts.isIdentifier(node.left) ? node.left : null;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { expression, name } = node.expression;
  return ts.isIdentifier(expression) && MUTATORS.has(name.text) ? expression : null;
}

/** Methods that give a collection new content. */
export const MUTATORS: ReadonlySet<string> = new Set(["push", "unshift", "add", "set", "splice"]);

/** Whether `inner` lies in `outer` (or is it). */
export function contains(outer: ts.Node, inner: ts.Node): boolean {
  return outer.getSourceFile() === inner.getSourceFile() && outer.pos <= inner.pos && inner.end <= outer.end;
}
