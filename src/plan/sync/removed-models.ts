import type { Model } from "../../spec/database/database-spec.js";
import { keyHolders, schemaDifference } from "../../spec/difference/schema-difference.js";
import { familyOf } from "../removal/family.js";
import type { SyncState } from "./sync-state.js";
import { type Wish, wishFor } from "./wish.js";

/** Models that are gone, the one that takes most of the others along first. */
export function removedModels({ now, wanted }: SyncState): readonly Wish[] {
  const { removed } = schemaDifference(now.database, wanted.database);
  if (removed.length === 0) return [];
  const gone = new Set(removed.map(({ name }) => name));
  const roots = removed.flatMap((root) => {
    const { models, dependants } = familyOf([root.name], now.database, now.api);
    const staying = [...models, ...dependants.map(({ model }) => model.name)].filter(
      (name) => !gone.has(name),
    );
    return [{ root, size: models.size, staying }];
  });
  const whole = roots.filter(({ staying }) => staying.length === 0).sort((a, b) => b.size - a.size);
  const [first] = whole;
  if (first !== undefined) return [wishFor([{ kind: "remove-model", name: first.root.name }])];
  return [
    ...roots.flatMap(({ staying }) =>
      staying.flatMap((name) => cutLoose(now.database.models.get(name), gone)),
    ),
    ...removed.map(({ name }) => wishFor([{ kind: "remove-model", name }])),
  ];
}

/** What stays would go along if it still led to what goes. */
function cutLoose(model: Model | undefined, gone: ReadonlySet<string>): readonly Wish[] {
  if (model === undefined) return [];
  return keyHolders(model)
    .filter(({ type }) => gone.has(type))
    .map(({ name }) =>
      wishFor([{ kind: "remove-relation", name, from: { models: [model.name], stance: null } }]),
    );
}
