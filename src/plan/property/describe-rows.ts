import type { Computation } from "../../change/kinds/add-property.js";
import { partsOf, pluralOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import type { Field, Model } from "../../spec/database/database-spec.js";
import { ownWords } from "../../spec/words.js";

/** What the comment of a property says: "Number of living comments.", "Children of the category." */
export function describeRows(
  how: Computation,
  relation: Field,
  model: Model,
  living: boolean,
  { database }: Known,
): string {
  const words = partsOf(relation.name);
  const owner = singularOf(ownWords(database.models.keys()).get(model.name) ?? partsOf(model.name)).join(" ");
  const many = pluralOf(words).join(" ");
  const rows = living ? `living ${many}` : many;
  switch (how) {
    case "count":
      return `Number of ${rows}.`;
    case "has":
      return `Whether there are ${rows}.`;
    case "latest":
      return `Latest of the ${rows}, if any.`;
    case "list":
      return `${many.charAt(0).toUpperCase()}${many.slice(1)} of the ${owner}.`;
  }
}
