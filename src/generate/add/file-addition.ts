import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Splice } from "../../source/edit.js";
import { classify } from "../../source/layout.js";
import { columnsBefore } from "../../spec/database/insert-field.js";
import { scopeOf } from "../names/context.js";
import { type Meaning, meaningsOf } from "../names/resolve.js";
import type { Unclear } from "../rename/unclear.js";
import { entryName, insertEntry } from "./insert-entry.js";
import { keysOf, type LiteralOwner, type LiteralOwners } from "./literal-owners.js";
import type { NewCarrier, NewField } from "./new-field.js";
import { type Receiver, receiverInScope, receiverOf } from "./receivers.js";
import {
  createdValue,
  defaultShown,
  givenOrDefault,
  memberText,
  shownValue,
  testValue,
  updatedEntry,
} from "./values.js";

/** One file's part of new fields: every object literal that one concerns gets an entry. */
export class FileAddition {
  public readonly splices: Splice[] = [];
  /** New member → how it is used here. */
  public readonly reasons = new Map<string, string>();
  public readonly unclear: Omit<Unclear, "path">[] = [];
  /** Places that show a value although they know none: the default. */
  public readonly assumed: Omit<Unclear, "path">[] = [];
  /** DTOs whose values reach a query here. */
  public readonly written = new Set<string>();
  private readonly selects: Place[] = [];
  private readonly data: Place[] = [];
  private readonly values: (Place & { readonly carrier: NewCarrier })[] = [];
  private readonly shown: { readonly field: NewField; readonly reads: ReadonlySet<string> }[] = [];

  public constructor(
    private readonly program: TypedProgram,
    private readonly owners: LiteralOwners,
    private readonly file: ts.SourceFile,
    private readonly path: string,
  ) {}

  public read(): this {
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node)) for (const owner of this.owners.of(node)) this.add(node, owner);
      ts.forEachChild(node, visit);
    };
    visit(this.file);
    for (const place of this.data) this.write(place);
    for (const place of this.values) {
      if (place.carrier.use === "read") this.show(place, place.carrier);
      else if (this.path.startsWith("src/")) this.pass(place, place.carrier);
      else if (place.carrier.use === "create" && classify(this.path) === "helper")
        this.prepare(place, place.carrier);
    }
    for (const place of this.selects) this.select(place);
    return this;
  }

  private add(literal: ts.ObjectLiteralExpression, owner: LiteralOwner): void {
    const { field } = owner;
    const keys = new Set(keysOf(literal));
    if (owner.kind === "query") {
      if (keys.has(field.name)) return;
      if (owner.role === "select") this.selects.push({ field, literal });
      if (owner.role === "data") this.data.push({ field, literal });
    } else if (!keys.has(owner.carrier.property))
      this.values.push({ field, literal, carrier: owner.carrier });
  }

  /** The data of a query; a literal that takes nothing from a request or from another row is about something else. */
  private write({ field, literal }: Place): void {
    const request = this.requestFor(literal, field);
    if (request === null) return this.copy({ field, literal });
    const { carrier, receiver } = request;
    this.written.add(carrier.dto.name);
    const entry =
      carrier.use === "update"
        ? updatedEntry(field, carrier, receiver, literal)
        : `${field.name}: ${createdValue(field, carrier, receiver)}`;
    this.insert(literal, field, entry, "writes");
  }

  /** A row that is made after another one of its model takes the new value along. */
  private copy({ field, literal }: Place): void {
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
    this.insert(literal, field, `${field.name}: ${memberText(receiver, field.name)}`, "copies");
  }

  /** A value of a DTO: made of a row, of what was just written, or of both. */
  private show({ field, literal }: Place, carrier: NewCarrier): void {
    // A test that makes up a value shows nothing; the compiler says whether it has to change.
    if (!this.path.startsWith("src/")) return;
    const row = receiverOf(literal, this.program, isRowOf(field));
    const asked = this.requestOf(literal, field);
    const value = this.shownText({ field, literal }, row, asked);
    if (value === null && literal.properties.some(ts.isSpreadAssignment)) return;
    const why = `${carrier.dto.name} is made here of no row of ${field.model.name}`;
    if (value === null && defaultShown(field) === null) {
      this.unclear.push({ line: this.lineOf(literal), why });
      return;
    }
    if (value === null) this.assumed.push({ line: this.lineOf(literal), why });
    if (row !== null) this.shown.push({ field, reads: row.reads });
    this.insert(literal, field, `${carrier.property}: ${value ?? defaultShown(field)}`, "maps");
  }

  /** A request that is taken apart and put together again. */
  private pass({ field, literal }: Place, carrier: NewCarrier): void {
    const receiver = receiverOf(literal, this.program, (meaning) => this.isProperty(meaning, carrier));
    if (receiver === null) return;
    this.written.add(carrier.dto.name);
    const { property } = carrier;
    this.insert(literal, field, `${property}: ${memberText(receiver, property)}`, "passes");
  }

  private shownText({ field, literal }: Place, row: Receiver | null, asked: Request | null): string | null {
    if (row !== null) {
      const text = shownValue(field, row, this.file);
      if (asked?.carrier.use !== "update") return text;
      const given = memberText(asked.receiver, asked.carrier.property);
      return `${given} !== undefined ? ${given} : ${/ \? /.test(text) ? `(${text})` : text}`;
    }
    const scope = scopeOf(literal);
    const made = this.data.some((each) => each.field === field && within(each.literal, scope));
    if (!made) return null;
    const request = asked ?? this.requestFor(literal, field);
    return request === null ? defaultShown(field) : givenOrDefault(field, request.carrier, request.receiver);
  }

  /** A helper of the tests that fills in what its caller leaves out. */
  private prepare({ field, literal }: Place, carrier: NewCarrier): void {
    const receiver = receiverOf(literal, this.program, (meaning) => this.isProperty(meaning, carrier));
    if (receiver === null) return;
    const given = memberText(receiver, carrier.property);
    this.insert(
      literal,
      field,
      `${carrier.property}: ${given} ?? ${testValue(field, this.file)}`,
      "prepares",
    );
  }

  /** Of the selections of a model, those that have everything that is shown of it need the new field too. */
  private select({ field, literal }: Place): void {
    const keys = new Set(keysOf(literal));
    const columns = new Set(field.model.fields.map(({ name }) => name));
    const serves = this.shown.some(
      (each) => each.field === field && [...each.reads].every((name) => keys.has(name) || !columns.has(name)),
    );
    if (serves) this.insert(literal, field, `${field.name}: true`, "selects");
  }

  /** What a literal's own entries take from a request that carries the field. */
  private requestOf(literal: ts.ObjectLiteralExpression, field: NewField): Request | null {
    return this.firstRequest(field, (accepts) => receiverOf(literal, this.program, accepts));
  }

  /** The same, or what the function around it takes. */
  private requestFor(literal: ts.ObjectLiteralExpression, field: NewField): Request | null {
    return (
      this.requestOf(literal, field) ??
      this.firstRequest(field, (accepts) => receiverInScope(literal, this.program, accepts))
    );
  }

  private firstRequest(
    field: NewField,
    find: (accepts: (meaning: Meaning) => boolean) => Receiver | null,
  ): Request | null {
    for (const carrier of field.carriers) {
      if (carrier.use === "read") continue;
      const receiver = find((meaning) => this.isProperty(meaning, carrier));
      if (receiver !== null) return { carrier, receiver };
    }
    return null;
  }

  private isProperty(meaning: Meaning, carrier: NewCarrier): boolean {
    return (
      meaning.kind === "declared" &&
      meaning.declarations.some((node) =>
        this.owners.ofProperty(node).some((owner) => owner.kind === "value" && owner.carrier === carrier),
      )
    );
  }

  private insert(literal: ts.ObjectLiteralExpression, field: NewField, entry: string, how: string): void {
    const behind = columnsBefore(field.model)
      .map(({ name }) => name)
      .reverse();
    this.splices.push(insertEntry(literal, behind, entry));
    const cause = `${field.model.name}.${field.name}`;
    if (!this.reasons.has(cause) || how === "maps") this.reasons.set(cause, how);
  }

  private lineOf(node: ts.Node): number {
    return this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
  }
}

interface Place {
  readonly field: NewField;
  readonly literal: ts.ObjectLiteralExpression;
}

interface Request {
  readonly carrier: NewCarrier;
  readonly receiver: Receiver;
}

function within(node: ts.Node, scope: ts.Node): boolean {
  return scope.pos <= node.pos && node.end <= scope.end;
}

function isRowOf(field: NewField): (meaning: Meaning) => boolean {
  return (meaning) =>
    meaning.kind === "field" && meaning.model === field.model.name && meaning.role === "row";
}
