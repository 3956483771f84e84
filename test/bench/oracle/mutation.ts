import { createHash } from "node:crypto";
import { applySplices, type Edit, type Splice } from "../../../src/source/edit.js";
import type { Backend } from "../../../src/source/backend.js";
import type { DatabaseSpec, Field, Model } from "../../../src/spec/database/database-spec.js";
import type { InterfaceSpec } from "../../../src/spec/interface/interface-spec.js";
import type { Touch } from "../../../src/graph/questions/touch.js";

/** One change of the schema or of a DTO that nothing else follows. */
export interface Mutation {
  readonly touch: Touch;
  readonly edits: readonly Edit[];
}

/** Every mutation of one kind, in an order that is arbitrary and always the same. */
export function mutationsOf(
  kind: Touch["kind"],
  backend: Backend,
  database: DatabaseSpec,
  dtos: InterfaceSpec["dtos"],
): readonly Mutation[] {
  const found: Mutation[] = [];
  const add = (touch: Touch, splices: ReadonlyMap<string, readonly Splice[]>): void => {
    const edits = [...splices].map(([path, list]) => {
      const before = backend.files.get(path)?.text ?? "";
      return { path, before, after: applySplices(before, list) };
    });
    found.push({ touch, edits });
  };
  for (const model of database.models.values()) {
    if (kind === "remove-model") add({ kind, model: model.name }, withoutModel(model, database));
    if (kind === "add-required-field")
      add({ kind, model: model.name, field: "oracle_added" }, insertField(model, backend));
    if (kind === "remove-field" || kind === "make-nullable")
      for (const field of model.fields.filter((each) => isPlain(each, model, database)))
        if (kind === "remove-field")
          add({ kind, model: model.name, field: field.name }, withoutField(model, field));
        else if (!field.optional && !field.list)
          add({ kind, model: model.name, field: field.name }, nullable(model, field, backend));
  }
  for (const dto of dtos.values()) {
    const first = dto.properties[0];
    if (first === undefined) continue;
    if (kind === "add-required-property")
      add(
        { kind, dto: dto.name, property: "oracle_added" },
        new Map([
          [dto.path, [{ start: first.span.start, end: first.span.start, text: " oracle_added: string;\n" }]],
        ]),
      );
    if (kind === "remove-property")
      for (const { name, span } of dto.properties)
        add({ kind, dto: dto.name, property: name }, new Map([[dto.path, [{ ...span, text: "" }]]]));
  }
  const order = (mutation: Mutation): string =>
    createHash("sha1").update(JSON.stringify(mutation.touch)).digest("hex");
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** A column that no relation, no key and no other model's relation stands on. */
function isPlain(field: Field, model: Model, database: DatabaseSpec): boolean {
  if (field.relation !== null || field.id) return false;
  const keys = model.fields.flatMap(({ relation }) => relation?.fields ?? []);
  const referenced = [...database.models.values()].flatMap(({ fields }) =>
    fields.flatMap(({ relation }) => (relation?.target === model.name ? relation.references : [])),
  );
  const id = model.attributes.find(({ kind }) => kind === "id")?.fields ?? [];
  return ![...keys, ...referenced, ...id].includes(field.name);
}

/** The model, and the relation fields that lead to it; their columns stay. */
function withoutModel(model: Model, database: DatabaseSpec): ReadonlyMap<string, readonly Splice[]> {
  const splices = new Map<string, Splice[]>([[model.path, [{ ...model.span, text: "" }]]]);
  for (const other of database.models.values())
    for (const field of other.fields)
      if (other !== model && field.relation?.target === model.name)
        splices.set(other.path, [...(splices.get(other.path) ?? []), { ...field.span, text: "" }]);
  return splices;
}

function withoutField(model: Model, field: Field): ReadonlyMap<string, readonly Splice[]> {
  const attributes = model.attributes.filter(({ fields }) => fields.includes(field.name));
  return new Map([[model.path, [field, ...attributes].map(({ span }) => ({ ...span, text: "" }))]]);
}

function nullable(model: Model, field: Field, backend: Backend): ReadonlyMap<string, readonly Splice[]> {
  const text = backend.files.get(model.path)?.text ?? "";
  const line = text.slice(field.span.start, field.span.end);
  const at = field.span.start + line.search(new RegExp(`^[^\\S\\n]*${field.name}\\s+${field.type}\\b`, "m"));
  const head = new RegExp(`^[^\\S\\n]*${field.name}\\s+${field.type}`).exec(text.slice(at))?.[0] ?? "";
  return new Map([[model.path, [{ start: at + head.length, end: at + head.length, text: "?" }]]]);
}

function insertField(model: Model, backend: Backend): ReadonlyMap<string, readonly Splice[]> {
  const text = backend.files.get(model.path)?.text ?? "";
  const end = text.lastIndexOf("}", model.span.end - 1);
  return new Map([[model.path, [{ start: end, end, text: "\n  oracle_added String\n" }]]]);
}
