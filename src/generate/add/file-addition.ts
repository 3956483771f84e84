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
import { manyEntry } from "./many-entry.js";
import type { Joined, ManyRows, NewCarrier, NewField } from "./new-field.js";
import { isCreation, isOfMany } from "./is-creation.js";
import { createdKey, givenKey, keyIn, type KeyForm, keyForm } from "./key-entry.js";
import type { Maker } from "./maker.js";
import { type Makers, UnknownMaker } from "./makers.js";
import { isAsync, isRowOf, type Place, type Request, within } from "./row-places.js";
import { type Receiver, receiverInScope, receiverOf } from "./receivers.js";
import {
  createdValue,
  defaultShown,
  givenOrDefault,
  importsName,
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
  public readonly unclear: (Omit<Unclear, "path"> & { readonly path?: string })[] = [];
  /** Places that show a value although they know none: the default. */
  public readonly assumed: Omit<Unclear, "path">[] = [];
  /** DTOs whose values reach a query here. */
  public readonly written = new Set<string>();
  /** Transformers that the file needs now, by name. */
  public readonly needed = new Map<string, string>();
  private readonly selects: Place[] = [];
  private readonly data: Place[] = [];
  private readonly values: (Place & { readonly carrier: NewCarrier })[] = [];
  private readonly shown: (Place & { readonly reads: ReadonlySet<string> })[] = [];
  private readonly selected = new Set<NewField>();

  public constructor(
    private readonly program: TypedProgram,
    private readonly owners: LiteralOwners,
    private readonly file: ts.SourceFile,
    private readonly path: string,
    private readonly makers: Makers,
    /** How queries name the rows that they lead to, where nothing else says it. */
    private readonly usual: KeyForm,
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
    this.missSelects();
    return this;
  }

  private add(literal: ts.ObjectLiteralExpression, owner: LiteralOwner): void {
    const { field } = owner;
    const keys = new Set(keysOf(literal));
    if (owner.kind === "query") {
      if (keys.has(field.name)) return;
      if (owner.role === "select") this.selects.push({ field, literal });
      const named = field.joined !== undefined || keys.has(field.key?.relation ?? "");
      if (owner.role === "data" && !named && field.stands !== true) this.data.push({ field, literal });
    } else if (!keys.has(owner.carrier.property))
      this.values.push({ field, literal, carrier: owner.carrier });
  }

  /** The data of a query; a literal that takes nothing from a request or from another row is about something else. */
  private write({ field, literal }: Place): void {
    if (field.key?.maker != null) return this.writeMaker({ field, literal });
    if (field.key?.filled !== undefined && isCreation(literal)) return this.writeFilled({ field, literal });
    const request = this.requestFor(literal, field);
    if (request === null) return field.many === undefined ? this.copy({ field, literal }) : undefined;
    const { carrier, receiver } = request;
    if (field.many !== undefined) return this.writeMany({ field, literal }, field.many, request);
    this.written.add(carrier.dto.name);
    const { key } = field;
    const entry =
      key !== undefined
        ? givenKey(field, key, keyForm(literal, field, this.usual), carrier, receiver, literal)
        : carrier.use === "update"
          ? updatedEntry(field, carrier, receiver, literal)
          : `${field.name}: ${createdValue(field, carrier, receiver)}`;
    this.insert(literal, field, entry, "writes");
  }

  /** A row of the junction for each id of a request. */
  private writeMany({ field, literal }: Place, many: ManyRows, { carrier, receiver }: Request): void {
    if (isOfMany(literal)) {
      const why = `rows of ${field.name} cannot be made along with several rows at once`;
      this.unclear.push({ line: this.lineOf(literal), why });
      return;
    }
    this.written.add(carrier.dto.name);
    const entry = manyEntry(field.name, many, this.usual, carrier, receiver, literal);
    if (/\bv4\(\)/.test(entry) && !importsName(this.file, "v4")) this.needed.set("v4", "uuid");
    this.splices.push(insertEntry(literal, [], entry));
    this.reasons.set(`${field.model.name}.${field.name}`, "writes");
  }

  /** A new row is told who makes it; one that is there has been told. */
  private writeMaker({ field, literal }: Place): void {
    const { key } = field;
    const maker = isCreation(literal) ? this.makerAt(field, literal) : null;
    if (key === undefined || maker === null) return;
    const value = `${maker.text}${maker.sure ? "" : "?"}.id`;
    const form = keyForm(literal, field, this.usual);
    this.insert(literal, field, createdKey(field, key, form, value, maker.sure), "writes");
  }

  /** A new row leads where it is said to, else where another relation of it leads. */
  private writeFilled({ field, literal }: Place): void {
    const { key } = field;
    const value = this.filledValue({ field, literal });
    if (key === undefined || value === null) return;
    const form = keyForm(literal, field, this.usual);
    this.insert(literal, field, createdKey(field, key, form, value, true), "writes");
  }

  private filledValue({ field, literal }: Place): string | null {
    const source = field.key?.filled;
    const usual = source === undefined ? null : keyIn(literal, source);
    if (usual === null) {
      const why = `nothing says where the ${source?.relation} of a row of ${field.model.name} leads that is made here`;
      this.unclear.push({ line: this.lineOf(literal), why });
      return null;
    }
    const { carrier, receiver } = this.requestFor(literal, field) ?? {};
    if (receiver === undefined || carrier?.use !== "create") return usual;
    this.written.add(carrier.dto.name);
    return `${memberText(receiver, carrier.property)} ?? ${usual}`;
  }

  private makerAt({ key }: NewField, node: ts.Node): Maker | null {
    if (key?.maker == null) return null;
    try {
      return this.makers.at(node, key.maker);
    } catch (error) {
      if (!(error instanceof UnknownMaker)) throw error;
      const file = error.node.getSourceFile();
      const { line } = file.getLineAndCharacterOfPosition(error.node.getStart(file));
      this.unclear.push({ line: line + 1, why: error.why, path: this.program.pathOf(file) ?? this.path });
      return null;
    }
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
    this.shown.push({ field, literal, reads: receiver.reads });
    const value = memberText(receiver, field.name);
    const { key } = field;
    const connects = key !== undefined && keyForm(literal, field, this.usual) === "connect";
    const entry = connects ? createdKey(field, key, "connect", value, false) : `${field.name}: ${value}`;
    this.insert(literal, field, entry, "copies");
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
    if (row !== null) this.shown.push({ field, literal, reads: row.reads });
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
    if (field.joined !== undefined)
      return row === null ? null : this.joinedText(field, field.joined, row, literal);
    if (row !== null) {
      const text = shownValue(field, row, this.file);
      if (asked?.carrier.use !== "update") return text;
      const given = memberText(asked.receiver, asked.carrier.property);
      return `${given} !== undefined ? ${given} : ${/ \? /.test(text) ? `(${text})` : text}`;
    }
    const scope = scopeOf(literal);
    const made = this.data.some((each) => each.field === field && within(each.literal, scope));
    if (!made) return null;
    const maker = this.makerAt(field, literal);
    if (maker !== null) return maker.sure ? `${maker.text}.id` : `${maker.text}?.id ?? null`;
    const filled = this.data.find((each) => each.field === field && within(each.literal, scope));
    if (field.key?.filled !== undefined && filled !== undefined && isCreation(filled.literal))
      return this.filledValue(filled);
    const request = asked ?? this.requestFor(literal, field);
    return request === null ? defaultShown(field) : givenOrDefault(field, request.carrier, request.receiver);
  }

  /** The row that a relation leads to, as the transformer of its kind shows it. */
  private joinedText(
    field: NewField,
    { transformer }: Joined,
    row: Receiver,
    literal: ts.ObjectLiteralExpression,
  ): string | null {
    const scope = scopeOf(literal);
    const waits = ts.canHaveModifiers(scope) && scope.modifiers?.some(isAsync) === true;
    if (!waits) {
      const why = `${transformer.name} has to be waited for, and the function around does not wait`;
      this.unclear.push({ line: this.lineOf(literal), why });
      return null;
    }
    this.needed.set(transformer.name, transformer.path);
    const value = memberText(row, field.name);
    if (!field.type.optional && !value.includes("?.")) return `await ${transformer.name}.transform(${value})`;
    return `${value}\n  ? await ${transformer.name}.transform(${value})\n  : null`;
  }

  /** A helper of the tests that fills in what its caller leaves out. */
  private prepare({ field, literal }: Place, carrier: NewCarrier): void {
    const receiver = receiverOf(literal, this.program, (meaning) => this.isProperty(meaning, carrier));
    if (receiver === null) return;
    const given = memberText(receiver, carrier.property);
    // There may be no row that a made-up key would lead to.
    const none = field.many === undefined ? "null" : "[]";
    const made = field.key === undefined && field.many === undefined;
    if (field.key?.filled !== undefined)
      return this.insert(literal, field, `${carrier.property}: ${given}`, "prepares");
    const otherwise = made ? testValue(field, this.file) : none;
    this.insert(literal, field, `${carrier.property}: ${given} ?? ${otherwise}`, "prepares");
  }

  /** Of the selections of a model, those that have everything that is shown of it need the new field too. */
  private select({ field, literal }: Place): void {
    const keys = new Set(keysOf(literal));
    const columns = new Set(field.model.fields.map(({ name }) => name));
    const serves = this.shown.some(
      (each) => each.field === field && [...each.reads].every((name) => keys.has(name) || !columns.has(name)),
    );
    if (!serves) return;
    this.selected.add(field);
    const { joined } = field;
    const wanted = joined === undefined ? "true" : `${joined.transformer.name}.select()`;
    this.insert(literal, field, `${field.name}: ${wanted}`, "selects");
  }

  /** Rows whose relations are not selected do not have them. */
  private missSelects(): void {
    for (const { field, literal } of this.shown)
      if (field.joined !== undefined && !this.selected.has(field))
        this.unclear.push({
          line: this.lineOf(literal),
          why: `the query that ${field.name} would have to be selected by was not found`,
        });
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
