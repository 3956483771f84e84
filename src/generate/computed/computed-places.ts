import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Splice } from "../../source/edit.js";
import { columnsBefore } from "../../spec/database/insert-field.js";
import { insertEntry } from "../add/insert-entry.js";
import { isCreation } from "../add/is-creation.js";
import { keysOf, type LiteralOwners } from "../add/literal-owners.js";
import type { NewCarrier } from "../add/new-field.js";
import { type Receiver, receiverOf } from "../add/receivers.js";
import { scopeOf } from "../names/context.js";
import type { Meaning } from "../names/resolve.js";
import type { Unclear } from "../rename/unclear.js";
import type { ComputedField } from "./computed.js";
import { layOut } from "./lay-out.js";
import { queriesOf } from "./row-query.js";
import { type ListedAs, type Selection, selectBeside, selectIn } from "./selection.js";
import { SHOWN_OF_NEW, shownOf } from "./shown-value.js";

/** One file's part of a computed property: every value of a DTO that shows it, and the queries that it is read by. */
export class ComputedPlaces {
  public readonly unclear: Omit<Unclear, "path">[] = [];
  /** Whether something here reads it, or shows it. */
  public used: "maps" | "selects" | null = null;
  /** DTOs of which a value is made here. */
  public readonly made = new Set<string>();
  private readonly found = new Map<string, Splice>();
  private readonly selects: ts.ObjectLiteralExpression[] = [];
  private readonly data: ts.ObjectLiteralExpression[] = [];

  public constructor(
    private readonly program: TypedProgram,
    private readonly owners: LiteralOwners,
    private readonly file: ts.SourceFile,
    private readonly field: ComputedField,
    private readonly width: number,
  ) {}

  public read(): this {
    const values: { readonly literal: ts.ObjectLiteralExpression; readonly carrier: NewCarrier }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node))
        for (const owner of this.owners.of(node)) {
          if (owner.kind === "value") values.push({ literal: node, carrier: owner.carrier });
          else if (owner.role === "select") this.selects.push(node);
          else if (owner.role === "data") this.data.push(node);
        }
      ts.forEachChild(node, visit);
    };
    visit(this.file);
    for (const { literal, carrier } of values) {
      this.made.add(carrier.dto.name);
      if (!keysOf(literal).includes(carrier.property)) this.show(literal, carrier);
    }
    return this;
  }

  public get splices(): readonly Splice[] {
    return [...this.found.values()];
  }

  private show(literal: ts.ObjectLiteralExpression, carrier: NewCarrier): void {
    const row = receiverOf(literal, this.program, (meaning) => this.isRow(meaning));
    if (row === null) return this.showNew(literal, carrier);
    const { transformer } = this.field.computed.view ?? { transformer: null };
    if (transformer !== null && !isWaiting(literal))
      return this.refuse(literal, `${transformer.name} has to be waited for, and nothing here waits`);
    const listed = this.select(literal, row);
    if (listed !== null) this.insert(literal, carrier, shownOf(this.field.computed, row, listed, this.file));
  }

  /** A value that is made of no row of the model: one that was just made has nothing that leads to it. */
  private showNew(literal: ts.ObjectLiteralExpression, carrier: NewCarrier): void {
    const { computed, model } = this.field;
    const scope = scopeOf(literal);
    const made = this.data.filter((each) => scope.pos <= each.pos && each.end <= scope.end);
    const alone = made.length > 0 && made.every((each) => isCreation(each) && !this.leadsTo(each));
    if (alone) return this.insert(literal, carrier, SHOWN_OF_NEW[computed.how]);
    this.refuse(literal, `${carrier.dto.name} is made here of no row of ${model.name} that was read`);
  }

  /** Whether a new row comes with rows that lead to it. */
  private leadsTo(made: ts.ObjectLiteralExpression): boolean {
    const { relation, through } = this.field.computed;
    return through !== undefined || keysOf(made).includes(relation.name);
  }

  /** Has the row's queries bring along what is shown; null where they cannot. */
  private select(literal: ts.ObjectLiteralExpression, row: Receiver): ListedAs | null {
    const { computed } = this.field;
    const node = receiverNode(literal, row);
    const queries = node === null ? null : queriesOf(node, this.program);
    const selections: Selection[] =
      queries?.map((each) => selectIn(each, computed, this.program, this.width)) ??
      this.serving(row).map((each) => selectBeside(each, computed, this.width));
    if (selections.length === 0) {
      this.refuse(literal, `the query that ${row.text.replace("?", "")} comes from was not found`);
      return null;
    }
    let listed: ListedAs = "asked";
    for (const each of selections) {
      if (!each.ok) {
        this.refuse(each.node, each.why);
        return null;
      }
      listed = each.listed;
      for (const splice of each.splices) this.add(splice);
    }
    this.used ??= "selects";
    return listed;
  }

  /** The selections of this file that have all columns that are shown of a row. */
  private serving({ reads }: Receiver): readonly ts.ObjectLiteralExpression[] {
    const columns = new Set(this.field.model.fields.map(({ name }) => name));
    return this.selects.filter((each) => {
      const keys = new Set(keysOf(each));
      const included = ts.isPropertyAssignment(each.parent) && each.parent.name.getText() === "include";
      return included || [...reads].every((name) => keys.has(name) || !columns.has(name));
    });
  }

  private insert(literal: ts.ObjectLiteralExpression, carrier: NewCarrier, value: string): void {
    const behind = columnsBefore(this.field.model).map(({ name }) => name);
    const entry = layOut(`${carrier.property}: ${value}`, literal, this.width);
    this.add(insertEntry(literal, behind.reverse(), entry));
    this.used = "maps";
  }

  private add(splice: Splice): void {
    this.found.set(`${splice.start} ${splice.end} ${splice.text}`, splice);
  }

  private isRow(meaning: Meaning): boolean {
    return meaning.kind === "field" && meaning.model === this.field.model.name && meaning.role === "row";
  }

  private refuse(node: ts.Node, why: string): void {
    const { line } = this.file.getLineAndCharacterOfPosition(node.getStart(this.file));
    this.unclear.push({ line: line + 1, why });
  }
}

/** The expression of a literal's entries that a receiver stands for. */
function receiverNode(literal: ts.ObjectLiteralExpression, { text }: Receiver): ts.Expression | null {
  const wanted = text.replace(/\?$/, "");
  let found: ts.Expression | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null) return;
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === wanted) found = node.expression;
    else ts.forEachChild(node, visit);
  };
  visit(literal);
  return found;
}

/** Whether the function around a node can wait. */
function isWaiting(node: ts.Node): boolean {
  const scope = scopeOf(node);
  return (
    ts.canHaveModifiers(scope) &&
    scope.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true
  );
}
