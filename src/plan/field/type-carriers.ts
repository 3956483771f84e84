import type { FieldType } from "../../change/field-type.js";
import { lineAt } from "../../errors/spec-error.js";
import { withTags } from "../../generate/add/add-to-dtos.js";
import { carriedShape, type Shape, shapeOf } from "../../generate/retype/retyping.js";
import { propertyType } from "../../generate/scalars.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Carrier } from "../../spec/carried-by.js";
import { fieldTypeIn, limitTags, setPropertyType } from "../../spec/interface/property-type.js";
import { type Found, refuse } from "../found.js";

/** Whether every property that carries a column shows it as one value that can follow. */
export function checkCarriers(backend: Backend, carriers: readonly Carrier[], from: Shape): Found<null> {
  for (const { dto, property } of carriers) {
    const type = fieldTypeIn(property);
    const fits = type !== null && (from === "other" || shapeIn(type) === carriedShape(from));
    if (fits) continue;
    const line = lineAt(backend.files.get(dto.path)?.text ?? "", property.span.end);
    return refuse(
      `${dto.path}:${line} has ${dto.name}.${property.name} as ${property.type}, which cannot follow the column by rule.`,
      "Let it show the column's own value first, or rename it if it is about something else.",
    );
  }
  return { ok: true, value: null };
}

function shapeIn(type: Pick<FieldType, "name">): Shape {
  return carriedShape(shapeOf(type));
}

/** Whether a property is of a type already. */
export function isOfType({ property }: Carrier, { name, values }: FieldType): boolean {
  const now = fieldTypeIn(property);
  return now !== null && now.name === name && [...now.values].sort().join() === [...values].sort().join();
}

/** The DTOs with the new type; what limits its values stays where it still says something. */
export function retypeCarriers(
  backend: Backend,
  carriers: readonly Carrier[],
  to: FieldType,
): readonly Edit[] {
  const splices = carriers.flatMap((carrier) => {
    const { dto, property } = carrier;
    if (isOfType(carrier, to)) return [];
    const splice = setPropertyType(backend.files.get(dto.path)?.text ?? "", property, newType(carrier, to));
    return splice === null ? [] : [{ path: dto.path, ...splice }];
  });
  return spliceFiles(backend, splices, withTags);
}

/** The type of a property from now on, null aside; what limits its values stays where it still says something. */
export function newType({ property }: Carrier, to: FieldType): string {
  const before = fieldTypeIn(property);
  const keeps = before !== null && to.values.length === 0 && limitsOf(before) === limitsOf(to);
  return [propertyType(to), ...(keeps ? limitTags(property) : [])].join(" & ");
}

/** What the limits of a type are about. */
function limitsOf({ name }: Pick<FieldType, "name">): string {
  if (name === "int" || name === "double") return "size";
  return ["string", "uri", "email"].includes(name) ? "length" : name;
}
