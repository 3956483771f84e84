import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Splice } from "../../source/edit.js";
import type { Unclear } from "../rename/unclear.js";
import { entryName } from "../add/insert-entry.js";
import { isAssignment } from "../names/context.js";
import { isMemberName } from "../names/member-names.js";
import { FilterWriter } from "./filter-writer.js";
import type { Occurrence, Occurrences } from "./occurrences.js";
import type { Retyping } from "./retyping.js";
import { useOfRead } from "./use-of-read.js";
import { ValueWriter } from "./value-writer.js";

/** One file's part of a column's new type. */
export class RetypeFile {
  public readonly splices = new Map<number, Splice>();
  public readonly unclear: Omit<Unclear, "path">[] = [];
  public reason = "uses";
  private readonly writer: ValueWriter;
  private readonly filters: FilterWriter;

  public constructor(
    program: TypedProgram,
    private readonly occurrences: Occurrences,
    private readonly retyping: Retyping,
    private readonly file: ts.SourceFile,
    path: string,
    examples: Map<string, string>,
    partial: Set<string>,
  ) {
    const place = {
      isTest: !path.startsWith("src/"),
      file,
      examples,
      replace: (node: ts.Node, text: string): void => this.replace(node, text),
      refuse: (node: ts.Node, why: string): void => this.refuse(node, why),
    };
    this.writer = new ValueWriter(program, occurrences, retyping, place);
    this.filters = new FilterWriter(occurrences, retyping, this.writer, place, partial);
  }

  public read(): this {
    this.visit(this.file, (node) => this.settleKey(node));
    this.visit(this.file, (node) => this.settleRead(node));
    if (!this.retyping.widens) this.refuseSpreads(this.file);
    return this;
  }

  /** `{ ...row }` where a property is carried: nothing there names it. */
  private refuseSpreads(node: ts.Node): void {
    if (ts.isSpreadAssignment(node) && ts.isObjectLiteralExpression(node.parent)) {
      const names = new Set(node.parent.properties.map(entryName));
      const hidden = this.retyping.carried.find(
        ({ property }) =>
          !names.has(property) && this.occurrences.isRowIn(node.expression, property, node.parent),
      );
      if (hidden !== undefined)
        this.refuse(node, `${node.getText(this.file)} brings its value along without naming it`);
    }
    ts.forEachChild(node, (child) => this.refuseSpreads(child));
  }

  /** What is given to it, in queries and in values of DTOs. */
  private settleKey(node: ts.Identifier | ts.StringLiteralLike): void {
    const { parent } = node;
    if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) {
      const key = this.occurrences.ofShorthand(parent);
      if (key !== null && key.kind !== "other") {
        this.writer.wanted = key.kind === "carried" ? key.carrier.type : null;
        this.writer.settleShorthand(parent);
      }
      return;
    }
    const value = valueBehind(node);
    const key = value === null ? null : this.occurrences.of(node);
    if (value === null || key === null) return;
    if (key.kind === "where") this.filters.settle(value);
    else if (key.kind !== "other") {
      const before = this.splices.size;
      this.writer.wanted = key.kind === "carried" ? key.carrier.type : null;
      this.writer.settle(value, key.kind === "carried" ? "value" : "data");
      if (this.splices.size > before && this.reason !== "maps") this.reason = HOW[key.kind];
    }
  }

  /** What is done with its values elsewhere. */
  private settleRead(node: ts.Identifier | ts.StringLiteralLike): void {
    const { parent } = node;
    const isRead =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
      (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node);
    if (!isRead || this.writer.settled.has(parent)) return;
    const occurrence = this.occurrences.of(node);
    if (occurrence === null || occurrence.kind === "other") return;
    useOfRead(parent, occurrence, this.retyping, this.occurrences, this.writer, (at, why) =>
      this.refuse(at, why),
    );
  }

  private visit(root: ts.Node, settle: (node: ts.Identifier | ts.StringLiteralLike) => void): void {
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
      const isName = ts.isIdentifier(node) || isMemberName(node);
      if (isName && this.occurrences.concerns(node.text)) settle(node);
      ts.forEachChild(node, visit);
    };
    visit(root);
  }

  private replace(node: ts.Node, text: string): void {
    if (node.getText(this.file) === text) return;
    const start = node.getStart(this.file);
    this.splices.set(start, { start, end: node.end, text });
  }

  private refuse(node: ts.Node, why: string): void {
    const line = this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
    this.unclear.push({ line, why });
  }
}

const HOW: Readonly<Record<Exclude<Occurrence["kind"], "where" | "other">, string>> = {
  carried: "maps",
  data: "writes",
  row: "reads",
};

/** `{ title: value }`, `data.title = value` */
function valueBehind(node: ts.Node): ts.Expression | null {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return parent.initializer;
  const place =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node)
      ? parent
      : null;
  const outer = place?.parent;
  return outer !== undefined && ts.isBinaryExpression(outer) && outer.left === place && isAssignment(outer)
    ? outer.right
    : null;
}
