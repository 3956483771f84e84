import { wholeDto } from "../../interface/whole-dto.js";
import { placesIn } from "../../rules/places.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import type { Answer } from "../body.js";
import type { Scope } from "../scope.js";

/** An answer that is written out has the properties of its DTO, and all that it needs. */
export function answersFit(tree: unknown, { dtos, response }: Scope, at: string): readonly Violation[] {
  const dto = wholeDto(dtos.get(response ?? ""));
  if (dto === null) return [];
  const names = dto.properties.map(({ name }) => name);
  return placesIn(tree, at).flatMap((place) => {
    if (place.node.kind !== "answer" || isInside(place)) return [];
    const { projections } = place.node as unknown as Answer;
    if (projections.some(({ kind }) => kind === "spread")) return [];
    const filled = projections.flatMap((each) => (each.kind === "spread" ? [] : [each.property]));
    const extra = filled.flatMap((name, index) =>
      names.includes(name)
        ? []
        : [
            unknownName(
              `${place.path}.projections[${index}].property`,
              `a property of ${dto.name}`,
              name,
              names,
            ),
          ],
    );
    const lacking = dto.properties.flatMap(({ name, optional }) =>
      optional || filled.includes(name)
        ? []
        : [
            {
              path: `${place.path}.projections`,
              expected: `a projection for ${name}`,
              found: "none",
              candidates: [name],
              advice: `${dto.name}.${name} is not optional; say where it comes from.`,
            },
          ],
    );
    return [...extra, ...lacking];
  });
}

/** A transaction answers whoever waits for it, and not the request. */
function isInside({ owner }: ReturnType<typeof placesIn>[number]): boolean {
  return owner !== null && (owner.node.kind === "transaction" || isInside(owner));
}
