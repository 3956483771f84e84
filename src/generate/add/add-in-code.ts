import { ts } from "ts-morph";
import { Reach } from "../../graph/reach/reach.js";
import { RowUsers } from "../../graph/reach/row-users.js";
import { programMaker, type TypedProgram } from "../../graph/types/typed-program.js";
import type { Backend } from "../../source/backend.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { columnsBefore } from "../../spec/database/insert-field.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { type Meaning, meaningsOf } from "../dead-code/resolve.js";
import type { Unclear } from "../rename/unclear.js";
import { entryName, insertEntry } from "./insert-entry.js";
import { keysOf, type LiteralOwner, LiteralOwners } from "./literal-owners.js";
import type { NewField } from "./new-field.js";
import { type Receiver, receiverInScope, receiverOf } from "./receivers.js";
import { createdValue, shownValue, testValue, updatedEntry } from "./values.js";

export interface CodeAddition {
  readonly edits: readonly Edit[];
  /** Path → new member → how it is used there. */
  readonly reasons: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly unclear: readonly Unclear[];
  /** DTOs whose values reach a query: "IBbsArticle.ICreate". */
  readonly written: ReadonlySet<string>;
}

/** Carries the values of new fields through queries, mappings and helpers. DTO declarations are not touched here. */
export function addInCode(
  backend: Backend,
  database: DatabaseSpec,
  fields: readonly NewField[],
): CodeAddition {
  const { program, paths } = programOf(backend, database, fields);
  const owners = new LiteralOwners(program, fields);
  const edits: Edit[] = [];
  const reasons = new Map<string, ReadonlyMap<string, string>>();
  const unclear: Unclear[] = [];
  const written = new Set<string>();
  for (const path of paths) {
    const file = program.file(path);
    const before = backend.files.get(path)?.text;
    if (file === undefined || typeof before !== "string") continue;
    const found = new FileAddition(program, owners, file, path).read();
    unclear.push(...found.unclear.map((each) => ({ ...each, path })));
    for (const dto of found.written) written.add(dto);
    if (found.splices.length === 0) continue;
    edits.push({ path, before, after: applySplices(before, found.splices) });
    reasons.set(path, found.reasons);
  }
  return { edits, reasons, unclear, written };
}

/** A program of the files that name a model or a DTO, and of those they take their types from. */
function programOf(
  backend: Backend,
  database: DatabaseSpec,
  fields: readonly NewField[],
): { readonly program: TypedProgram; readonly paths: readonly string[] } {
  const reach = new Reach(backend);
  const users = new RowUsers(database, reach);
  const dtos = new Set(
    fields.flatMap(({ carriers }) => carriers.map(({ dto }) => dto.name.split(".")[0] ?? "")),
  );
  const models = new Set(fields.map(({ model }) => model.name));
  const names = (path: string): boolean =>
    [...dtos].some((name) => reach.hasWord(path, name)) ||
    [...models].some((name) => backend.files.get(path)?.text?.includes(name) === true);
  const named = new Set([...reach.paths()].filter(names));
  // A query over a parent may select the model by its relation alone, and what it gives may be mapped there.
  const paths = [...named].filter((path) => classify(path) !== "dto" && classify(path) !== "sdk");
  const files = reach.closure(named);
  return { program: programMaker(backend, database)(files, users.modelsIn(files)), paths };
}

/** One file's part: every object literal that a new field concerns gets an entry. */
class FileAddition {
  public readonly splices: Splice[] = [];
  public readonly reasons = new Map<string, string>();
  public readonly unclear: Omit<Unclear, "path">[] = [];
  public readonly written = new Set<string>();
  private readonly selects: { field: NewField; literal: ts.ObjectLiteralExpression }[] = [];
  private readonly shown: { field: NewField; reads: ReadonlySet<string> }[] = [];

  public constructor(
    private readonly program: TypedProgram,
    private readonly owners: LiteralOwners,
    private readonly file: ts.SourceFile,
    private readonly path: string,
  ) {}

  public read(): this {
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node))
        for (const owner of this.owners.of(node)) this.settle(node, owner);
      ts.forEachChild(node, visit);
    };
    visit(this.file);
    this.settleSelects();
    return this;
  }

  private settle(literal: ts.ObjectLiteralExpression, owner: LiteralOwner): void {
    const { field } = owner;
    if (owner.kind === "query") {
      if (owner.role === "select") this.selects.push({ field, literal });
      if (owner.role === "data") this.write(literal, field);
      return;
    }
    const { carrier } = owner;
    if (keysOf(literal).includes(carrier.property)) return;
    if (carrier.use === "read") this.show(literal, owner);
    else if (carrier.use === "create" && classify(this.path) === "helper") this.prepare(literal, owner);
  }

  /** A value of a DTO that is made from a row. */
  private show(literal: ts.ObjectLiteralExpression, owner: LiteralOwner & { kind: "value" }): void {
    const { field, carrier } = owner;
    const receiver = receiverOf(literal, this.program, isRowOf(field));
    if (receiver === null) {
      if (!literal.properties.some(ts.isSpreadAssignment))
        this.ask(literal, `${carrier.dto.name} is made here of no row of ${field.model.name}`);
      return;
    }
    this.shown.push({ field, reads: receiver.reads });
    this.insert(literal, field, `${carrier.property}: ${shownValue(field, receiver, this.file)}`, "maps");
  }

  /** The data of a query; a literal that reads no request is about something else. */
  private write(literal: ts.ObjectLiteralExpression, field: NewField): void {
    if (keysOf(literal).includes(field.name)) return;
    for (const carrier of field.carriers) {
      if (carrier.use === "read") continue;
      const accepts = (meaning: Meaning): boolean =>
        meaning.kind === "declared" &&
        meaning.declarations.some((node) =>
          this.owners.ofProperty(node).some((owner) => owner.kind === "value" && owner.carrier === carrier),
        );
      const receiver =
        receiverOf(literal, this.program, accepts) ?? receiverInScope(literal, this.program, accepts);
      if (receiver === null) continue;
      this.written.add(carrier.dto.name);
      this.insert(literal, field, this.entryOf(literal, field, carrier, receiver), "writes");
      return;
    }
    this.copy(literal, field);
  }

  /** A row that is made after another one of its model takes the new value along. */
  private copy(literal: ts.ObjectLiteralExpression, field: NewField): void {
    const isRow = isRowOf(field);
    const copied = literal.properties.filter(
      (entry) =>
        ts.isPropertyAssignment(entry) &&
        ts.isPropertyAccessExpression(entry.initializer) &&
        entry.initializer.name.text === entryName(entry) &&
        ts.isIdentifier(entry.initializer.name) &&
        meaningsOf(entry.initializer.name, this.program).some(isRow),
    );
    const receiver = copied.length < 2 ? null : receiverOf(literal, this.program, isRow);
    if (receiver === null) return;
    this.shown.push({ field, reads: receiver.reads });
    this.insert(literal, field, `${field.name}: ${receiver.text}.${field.name}`, "copies");
  }

  private entryOf(
    literal: ts.ObjectLiteralExpression,
    field: NewField,
    carrier: NewField["carriers"][number],
    receiver: Receiver,
  ): string {
    return carrier.use === "update"
      ? updatedEntry(field, carrier, receiver, literal)
      : `${field.name}: ${createdValue(field, carrier, receiver)}`;
  }

  /** A helper of the tests that fills in what its caller leaves out. */
  private prepare(literal: ts.ObjectLiteralExpression, owner: LiteralOwner & { kind: "value" }): void {
    const { field, carrier } = owner;
    const receiver = receiverOf(literal, this.program, (meaning) => this.isProperty(meaning, carrier));
    if (receiver === null) return;
    const optional = receiver.text.endsWith("?");
    const given = optional
      ? `${receiver.text.slice(0, -1)}?.${carrier.property}`
      : `${receiver.text}.${carrier.property}`;
    this.insert(
      literal,
      field,
      `${carrier.property}: ${given} ?? ${testValue(field, this.file)}`,
      "prepares",
    );
  }

  private isProperty(meaning: Meaning, carrier: NewField["carriers"][number]): boolean {
    return (
      meaning.kind === "declared" &&
      meaning.declarations.some((node) =>
        this.owners.ofProperty(node).some((owner) => owner.kind === "value" && owner.carrier === carrier),
      )
    );
  }

  /** Of the selections of a model, those that have everything that is shown of it need the new field too. */
  private settleSelects(): void {
    for (const { field, literal } of this.selects) {
      const keys = new Set(keysOf(literal));
      const columns = new Set(field.model.fields.map(({ name }) => name));
      const serves = this.shown.some(
        (each) =>
          each.field === field && [...each.reads].every((name) => keys.has(name) || !columns.has(name)),
      );
      if (serves && !keys.has(field.name)) this.insert(literal, field, `${field.name}: true`, "selects");
    }
  }

  private insert(literal: ts.ObjectLiteralExpression, field: NewField, entry: string, how: string): void {
    const behind = columnsBefore(field.model)
      .map(({ name }) => name)
      .reverse();
    this.splices.push(insertEntry(literal, behind, entry));
    const cause = `${field.model.name}.${field.name}`;
    if (!this.reasons.has(cause) || how === "maps") this.reasons.set(cause, how);
  }

  private ask(node: ts.Node, why: string): void {
    const line = this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
    this.unclear.push({ line, why });
  }
}

function isRowOf(field: NewField): (meaning: Meaning) => boolean {
  return (meaning) =>
    meaning.kind === "field" && meaning.model === field.model.name && meaning.role === "row";
}
