import { dtoDifference } from "./dto-difference.js";
import type { Possible } from "./possible-renames.js";
import type { SyncState } from "./sync-state.js";

/** Properties of one type in a DTO, of which one is gone and one is new. */
export function possibleProperties(state: SyncState): readonly Possible[] {
  const found = dtoDifference(state).flatMap(({ dto, model, removed, added }) =>
    removed.flatMap((gone) =>
      added
        .filter((each) => each.type === gone.type)
        .map((each) => ({
          owner: model,
          from: gone.name,
          to: each.name,
          path: dto.path,
          span: each.span,
          changes: [{ kind: "rename-property", name: gone.name, of: model, to: each.name } as const],
        })),
    ),
  );
  // The DTOs of a model carry one value under one name, so they are asked about together.
  return [...new Map(found.map((each) => [`${each.owner} ${each.from} ${each.to}`, each])).values()];
}
