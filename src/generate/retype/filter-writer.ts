import { ts } from "ts-morph";
import { entryName } from "../add/insert-entry.js";
import type { Occurrences } from "./occurrences.js";
import { nothingOf } from "./read-of.js";
import type { Retyping } from "./retyping.js";
import type { ValueWriter, WritingPlace } from "./value-writer.js";

/** Writes conditions on a column in its new type. */
export class FilterWriter {
  public constructor(
    private readonly occurrences: Occurrences,
    private readonly retyping: Retyping,
    private readonly writer: ValueWriter,
    private readonly place: WritingPlace,
    /** Properties of searches whose words are looked for in the text. */
    private readonly partial: Set<string>,
  ) {}

  public settle(node: ts.Expression): void {
    const bare = bareOf(node);
    if (ts.isConditionalExpression(bare)) {
      this.settle(bare.whenTrue);
      return this.settle(bare.whenFalse);
    }
    if (!ts.isObjectLiteralExpression(bare)) return this.equal(bare);
    for (const entry of bare.properties) {
      const value = ts.isPropertyAssignment(entry) ? entry.initializer : null;
      if (value !== null) this.operator(entryName(entry) ?? "", value, entry);
      else if (ts.isSpreadAssignment(entry)) this.spread(entry.expression);
      else if (!this.retyping.widens) this.place.refuse(entry, `${entry.getText()} is a condition on it`);
    }
  }

  /** `...(body.since && { gte: body.since })` */
  private spread(node: ts.Expression): void {
    const bare = bareOf(node);
    if (ts.isObjectLiteralExpression(bare)) this.settle(bare);
    else if (ts.isConditionalExpression(bare))
      for (const each of [bare.whenTrue, bare.whenFalse]) this.spread(each);
    else if (ts.isBinaryExpression(bare)) this.spread(bare.right);
    else if (!this.retyping.widens) this.place.refuse(node, "a condition on it is made elsewhere");
  }

  private operator(name: string, value: ts.Expression, entry: ts.Node): void {
    const { from, to, field, enumerated } = this.retyping;
    if (enumerated && !EXACT.has(name))
      return this.place.refuse(entry, `"${entry.getText()}" asks for more than one of its values`);
    switch (name) {
      case "equals":
      case "not":
        return this.settle(value);
      case "in":
      case "notIn": {
        const list = bareOf(value);
        if (ts.isArrayLiteralExpression(list)) for (const each of list.elements) this.equal(each);
        else if (from !== to) this.place.refuse(value, `${list.getText()} holds values of the old type`);
        return;
      }
      case "lt":
      case "lte":
      case "gt":
      case "gte":
        if (from !== to)
          this.place.refuse(entry, `"${entry.getText()}" compares it with values of the old type`);
        return;
      case "contains":
      case "startsWith":
      case "endsWith":
      case "search":
        if (to !== "text" || field.type.name === "uuid")
          return this.place.refuse(entry, `"${entry.getText()}" looks for words in its text`);
        return this.looksFor(value);
      case "mode":
        return;
      default:
        if (from !== to) this.place.refuse(entry, `"${entry.getText()}" is a condition on it`);
    }
  }

  private equal(node: ts.Expression): void {
    if (nothingOf(node) !== null) return;
    this.writer.settle(node, "data");
  }

  /** A word is no whole value. */
  private looksFor(value: ts.Expression): void {
    const visit = (node: ts.Node): void => {
      const found = this.occurrences.ofRead(node);
      if (found?.kind === "carried" && found.carrier.search)
        this.partial.add(`${found.carrier.dto}.${found.carrier.property}`);
      if (found !== null) this.writer.settled.add(node);
      ts.forEachChild(node, visit);
    };
    visit(value);
  }
}

/** Conditions that an enum knows. */
const EXACT: ReadonlySet<string> = new Set(["equals", "not", "in", "notIn"]);

function bareOf(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)
    ? bareOf(node.expression)
    : node;
}
