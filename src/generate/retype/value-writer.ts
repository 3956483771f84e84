import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { importsName, shownValue } from "../add/values.js";
import { propertyType } from "../scalars.js";
import { convertedLiteral, exampleOf, literalOf, type LiteralValue } from "./literals.js";
import type { Occurrences } from "./occurrences.js";
import { nothingOf, readOf, type ValueRead } from "./read-of.js";
import { carriedShape, type Retyping, type Shape } from "./retyping.js";
import { followVariable } from "./follow-variable.js";

/** Where something is written, and what is noted of it. */
export interface WritingPlace {
  readonly isTest: boolean;
  readonly file: ts.SourceFile;
  /** Literals of the old type → of the new one, for tests. */
  readonly examples: Map<string, string>;
  readonly replace: (node: ts.Node, text: string) => void;
  readonly refuse: (node: ts.Node, why: string) => void;
}

export type Side = "data" | "value";

/** Writes what is given to a column, or to a property that carries it, in its new type. */
export class ValueWriter {
  /** Reads of the column that what is given is made of: they have been followed. */
  public readonly settled = new Set<ts.Node>();
  /** The type of the property that is written; null for a column. */
  public wanted: string | null = null;

  public constructor(
    private readonly program: TypedProgram,
    private readonly occurrences: Occurrences,
    private readonly retyping: Retyping,
    private readonly place: WritingPlace,
  ) {}

  public settle(node: ts.Expression, side: Side): void {
    if (nothingOf(node) !== null) return;
    const read = this.readOf(node);
    if (read !== null) return this.rewrite(node, read, side);
    if (ts.isParenthesizedExpression(node)) return this.settle(node.expression, side);
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return this.settle(node.expression, side);
    if (ts.isConditionalExpression(node)) {
      this.settle(node.whenTrue, side);
      return this.settle(node.whenFalse, side);
    }
    if (ts.isBinaryExpression(node) && CHOICES.has(node.operatorToken.kind)) {
      this.settle(node.left, side);
      return this.settle(node.right, side);
    }
    const literal = literalOf(node);
    if (literal !== null) return this.settleLiteral(node, literal);
    this.settleOther(node, side);
  }

  /** `{ title }` */
  public settleShorthand({ name }: ts.ShorthandPropertyAssignment): void {
    this.settleOther(name, "value");
  }

  /** A value that is said, or expected. */
  public settleLiteral(node: ts.Node, value: LiteralValue): void {
    const made = this.literalText(value, isFallback(node));
    const text = made !== null && this.isLoose(node) ? `${made} as const` : made;
    if (text === null) return this.place.refuse(node, `${node.getText()} has no place in ${this.typeText()}`);
    if (text !== JSON.stringify(value)) this.place.replace(node, text);
  }

  /** A value that is expected in a test, if it is one that was sent. */
  public settleKnown(node: ts.Expression): void {
    const value = literalOf(node);
    if (value !== null && this.place.examples.has(JSON.stringify(value))) this.settleLiteral(node, value);
  }

  public readOf(node: ts.Expression): ValueRead | null {
    return readOf(node, (access) => {
      const kind = this.occurrences.ofRead(access)?.kind;
      return kind === "row" || kind === "carried";
    });
  }

  /** How a reader is told of the new type. */
  public typeText(): string {
    const { name, values } = this.retyping.field.type;
    return values.length > 0 ? `one of ${values.join(", ")}` : `type ${name}`;
  }

  /** Expressions whose values are made up: those of a test get others. */
  public settleMade(node: ts.Expression): void {
    const literal = literalOf(node);
    if (literal !== null) this.settleLiteral(node, literal);
    else if (!this.fits(node, "value")) this.place.replace(node, this.randomText(node));
  }

  /** Whether a name that it is compared with has got a value of the new type. */
  public follows(node: ts.Expression): boolean {
    if (this.fits(node, "value")) return true;
    const made = this.place.isTest ? followVariable(node, this.program, this.occurrences) : null;
    if (made !== null) this.settleMade(made);
    return made !== null;
  }

  private literalText(value: LiteralValue, isDefault: boolean): string | null {
    const { field, otherwise } = this.retyping;
    const key = JSON.stringify(value);
    const known = this.place.examples.get(key) ?? convertedLiteral(value, field.type);
    if (known !== null) return known;
    const fallback = isDefault ? otherwise : null;
    const text = this.place.isTest ? exampleOf(field.type, this.place.examples.size) : fallback;
    if (text !== null) this.place.examples.set(key, text);
    return text;
  }

  private rewrite(node: ts.Expression, read: ValueRead, side: Side): void {
    this.markSettled(node);
    const { from, to, field, before } = this.retyping;
    const { access, guard, cast, converted, asserted } = read;
    const row = this.occurrences.ofRead(access)?.kind === "row";
    const same = from === to && !cast && !converted;
    if (row && side === "value") {
      if (asserted && to !== "moment" && !converted) return;
      const plain = field.type.values.length === 0;
      if (same && plain) return;
      if (from === to && plain && before.values.length === 0) return;
      const text = access.expression.getText() + (access.questionDotToken === undefined ? "" : "?");
      const shown = shownValue(shownField(field, access, guard), { text, reads: new Set() }, this.place.file);
      this.place.replace(node, guard === "undefined" ? shown.replace(/\bnull$/, "undefined") : shown);
      return;
    }
    if (!converted && !cast) return;
    if (from === to && !(cast && before.values.length > 0)) return;
    this.place.replace(node, access.getText() + (guard === "null" ? " ?? null" : ""));
  }

  /** Names inside have been followed with it. */
  private markSettled(node: ts.Node): void {
    const visit = (at: ts.Node): void => {
      if (this.occurrences.ofRead(at) !== null) this.settled.add(at);
      ts.forEachChild(at, visit);
    };
    visit(node);
  }

  private settleOther(node: ts.Expression, side: Side): void {
    if (this.fits(node, side)) return;
    if (this.place.isTest && side === "value") {
      if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node))
        return this.place.replace(node, this.randomText(node));
      const made = followVariable(node, this.program, this.occurrences);
      if (made !== null) return this.settleMade(made);
    }
    this.place.refuse(node, `${shortened(node)} is given to it, and may have no place in ${this.typeText()}`);
  }

  /** Whether a literal stands where nothing keeps it from being any text: an enum takes no such. */
  private isLoose(node: ts.Node): boolean {
    if (!this.retyping.enumerated || this.place.isTest || !ts.isExpression(node)) return false;
    const { parent } = node;
    const isGiven =
      ts.isPropertyAssignment(parent) ||
      ts.isConditionalExpression(parent) ||
      ts.isArrayLiteralExpression(parent);
    return isGiven && this.program.checker.getContextualType(node) === undefined;
  }

  /** Whether every value of an expression has a place in the new type. */
  private fits(node: ts.Expression, side: Side): boolean {
    const { widens, to, field, enumerated } = this.retyping;
    if (widens && !(enumerated && side === "data")) return true;
    const type = this.program.checker.getTypeAtLocation(node);
    const { values, name } = field.type;
    if (values.length > 0) return literalsOf(type)?.every((each) => values.includes(each)) ?? false;
    const shape = shapeOfType(type);
    if (name === "string") return shape === "text";
    if (name === "double" || name === "boolean") return shape === carriedShape(to);
    return name === "datetime" && side === "data" && shape === "moment";
  }

  private randomText(node: ts.Node): string {
    const { field } = this.retyping;
    const written = this.wanted ?? propertyType(field.type);
    const file = node.getSourceFile();
    const known = importsName(file, "typia") && (!written.includes("tags.") || importsName(file, "tags"));
    if (known) return `typia.random<${written}>()`;
    const text = exampleOf(field.type, this.place.examples.size);
    this.place.examples.set(`${file.fileName}:${node.pos}`, text);
    return text;
  }
}

const CHOICES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
]);

/** What stands behind `??`: a default. */
function isFallback({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && CHOICES.has(parent.operatorToken.kind);
}

/** As it is shown at a place; a guard says that it may be missing there. */
function shownField(
  field: Retyping["field"],
  access: ts.PropertyAccessExpression,
  guard: ValueRead["guard"],
): Retyping["field"] {
  const optional = field.type.optional || (guard !== null && access.questionDotToken === undefined);
  return { ...field, name: access.name.text, type: { ...field.type, optional } };
}

function shortened(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}

/** Shape of an expression's values, nothing aside. */
export function shapeOfType(type: ts.Type): Shape {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0,
  );
  const shapes = new Set(parts.map(shapeOfPart));
  const [only] = shapes;
  return shapes.size === 1 && only !== undefined ? only : "other";
}

function shapeOfPart(type: ts.Type): Shape {
  if (type.isIntersection()) {
    const shapes = type.types.map(shapeOfPart).filter((shape) => shape !== "other");
    return shapes[0] ?? "other";
  }
  if ((type.flags & ts.TypeFlags.StringLike) !== 0) return "text";
  if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return "number";
  if ((type.flags & ts.TypeFlags.BooleanLike) !== 0) return "boolean";
  return type.symbol?.name === "Date" ? "moment" : "other";
}

/** The texts that a type is made of; null where it is of anything else. */
function literalsOf(type: ts.Type): readonly string[] | null {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    ({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0,
  );
  return parts.every((part) => part.isStringLiteral())
    ? parts.map((part) => (part as ts.StringLiteralType).value)
    : null;
}
