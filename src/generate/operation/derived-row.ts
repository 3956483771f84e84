import type { Model } from "../../spec/database/database-spec.js";
import type { Dto, DtoProperty } from "../../spec/interface/interface-spec.js";
import type { Known } from "../create/known.js";
import type { DerivedRow, Shown } from "./shown.js";
import { shownCount, shownRelation } from "./shown-relation.js";
import { fieldOf, shownColumn } from "./shown-column.js";

/** Related rows are followed so far where no transformer shows them. */
const DEPTH = 3;

/** Null where a property is none of these. */
export function deriveRow(dto: Dto, model: Model, known: Known, depth = DEPTH): DerivedRow | null {
  if (dto.properties.length === 0 || depth === 0) return null;
  const derive = (of: Dto, target: Model): DerivedRow | null => deriveRow(of, target, known, depth - 1);
  const all = dto.properties.map((each) => ({ name: each.name, shown: shownOf(each, model, known, derive) }));
  const made = all.flatMap(({ name, shown }) => (shown === null ? [] : [{ name, shown }]));
  if (made.length < all.length) return null;
  const parts = made.map(({ shown }) => shown);
  const counted = parts.filter(({ counts }) => counts).map(({ selected }) => selected);
  return {
    selected: [
      ...new Set(parts.filter(({ counts }) => !counts).map(({ selected }) => selected)),
      ...(counted.length === 0 ? [] : [`_count: { select: { ${counted.join(", ")} } }`]),
    ],
    plain: parts.every(({ selected, counts }) => !counts && /^\w+: true$/.test(selected)),
    entries: (row) => made.map(({ name, shown }) => `${name}: ${shown.value(row)}`),
    transformers: [...new Set(parts.flatMap(({ transformers }) => transformers))],
  };
}

function shownOf(
  property: DtoProperty,
  model: Model,
  known: Known,
  derive: (dto: Dto, model: Model) => DerivedRow | null,
): Shown | null {
  const field = property.references.length === 0 ? fieldOf(property, model) : null;
  const value = field === null ? null : shownColumn(property, field, known.database);
  if (field !== null && value !== null)
    return { selected: `${field.name}: true`, counts: false, value, transformers: [] };
  return shownRelation(property, model, known, derive) ?? shownCount(property, model, known);
}
