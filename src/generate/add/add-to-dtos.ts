import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import { carriersOf } from "../../spec/carried-by.js";
import { columnsBefore } from "../../spec/database/insert-field.js";
import type { Spec } from "../../spec/spec.js";
import type { Dto, DtoProperty, InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { insertProperty, type PropertyText } from "../../spec/interface/insert-property.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { eolOf } from "../../source/eol.js";
import { relativeTo } from "../create/code/import-header.js";
import { addImport } from "./add-import.js";
import { propertyType } from "../scalars.js";
import { fieldDoc } from "./field-doc.js";
import type { NewCarrier, NewField } from "./new-field.js";

/** Declares new fields in the DTOs that carry them. */
export function addToDtos(
  backend: Backend,
  { database, api }: Spec,
  fields: readonly NewField[],
): readonly Edit[] {
  const splices = fields.flatMap((field) =>
    field.carriers.flatMap((carrier) => {
      const { dto } = carrier;
      const anchor = anchorOf(field, dto, api);
      if (anchor === undefined) return [];
      const text = backend.files.get(dto.path)?.text ?? "";
      const property = propertyText(field, carrier, fieldDoc(field, database));
      return [{ path: dto.path, ...insertProperty(text, dto, anchor, property) }];
    }),
  );
  const imports = new Map(
    fields.flatMap((field) => field.carriers.flatMap(({ dto }) => importOf(backend, field, dto) ?? [])),
  );
  return spliceFiles(backend, [...imports.values(), ...splices], withTags);
}

/** The DTO of a row that is shown, where it has a file of its own; several properties need it once. */
function importOf(
  backend: Backend,
  { joined, shows }: NewField,
  { path }: Dto,
): readonly (readonly [string, PlacedSplice])[] | null {
  const file = backend.files.get(path);
  const shown = joined?.dto ?? shows?.dto;
  if (shown == null || shown.path === path || file === undefined) return null;
  const name = shown.name.split(".")[0] ?? shown.name;
  const splice = addImport(parseTypescript(file), name, relativeTo(path, shown.path.replace(/\.ts$/, "")));
  return splice === null ? null : [[`${path} ${name}`, { path, ...splice }]];
}

/** The property of the nearest column above that the DTO carries, else its last one. */
function anchorOf(field: NewField, dto: Dto, api: InterfaceSpec): DtoProperty | undefined {
  for (const column of [...columnsBefore(field.model)].reverse()) {
    const found = carriersOf(field.model, column, api).find((each) => each.dto === dto);
    if (found !== undefined) return found.property;
  }
  return dto.properties.at(-1);
}

/** A value may be left out where a row can do without it, and where a row has one already. */
function propertyText(field: NewField, { dto, property, use }: NewCarrier, doc: string): PropertyText {
  const { type } = field;
  const written = field.shows?.type ?? field.joined?.dto.name ?? propertyType(type);
  const compound = / [&|] /.test(written);
  const optional =
    use === "update" ||
    (use === "create" && (type.optional || field.default !== null || field.key?.filled !== undefined));
  const others = [
    ...(type.optional ? ["null"] : []),
    ...(optional && dto.properties.some((each) => /\|\s*undefined$/.test(each.type)) ? ["undefined"] : []),
  ];
  const apart = compound && others.length > 0 && type.values.length === 0;
  const parts = [apart ? `(${written})` : written, ...others];
  return {
    name: property,
    type: parts.join(" | "),
    optional,
    doc,
    column: field.shows === undefined ? (field.joined?.column ?? field.name) : null,
  };
}

/** A type with a tag needs its import. */
export function withTags(text: string): string {
  if (!/\btags\./.test(text) || /\bimport\s[^;]*\btags\b[^;]*from/.test(text)) return text;
  const eol = eolOf(text);
  return `import { tags } from "typia";${eol}${/^import\b/.test(text) ? "" : eol}${text}`;
}
