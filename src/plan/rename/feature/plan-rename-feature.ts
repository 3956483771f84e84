import { printChange } from "../../../change/forms.js";
import type { RenameFeature } from "../../../change/kinds/rename-feature.js";
import { vocabularyOf } from "../../../generate/documents/vocabulary.js";
import { declaredNames } from "../../../generate/rename/feature/declared-names.js";
import { renameHeadings } from "../../../generate/rename/feature/headings.js";
import { moveEdits } from "../../../generate/rename/feature/move-edits.js";
import { movedImports } from "../../../generate/rename/feature/moved-imports.js";
import { pathMentions } from "../../../generate/rename/feature/path-mentions.js";
import { routeTexts } from "../../../generate/rename/feature/route-texts.js";
import { sdkTexts } from "../../../generate/rename/feature/sdk-texts.js";
import type { FeatureNames } from "../../../generate/rename/feature/feature-names.js";
import { renameInCode } from "../../../generate/rename/rename-in-code.js";
import { renameInSchema } from "../../../generate/rename/rename-in-schema.js";
import type { Backend } from "../../../source/backend.js";
import type { Edit, Splice } from "../../../source/edit.js";
import { NO_RENAMES, oldNames, type Renames } from "../../../spec/renames.js";
import { readSpec, type Spec } from "../../../spec/spec.js";
import { EMPTY_PLAN, type Reason } from "../../plan.js";
import type { Planned } from "../../planned.js";
import { staleDocuments } from "../../stale-documents.js";
import { createStep, deleteStep, editStep, inLayerOrder } from "../../steps-of.js";
import { unclearRefusal } from "../unclear-refusal.js";
import { codeNames } from "./code-names.js";
import { collisionOf } from "./collisions.js";
import { keepingPaths } from "../../operation/plan-forward.js";
import { type MemberNames, memberNames } from "./member-names.js";
import { ownOperations } from "./own-operations.js";
import { routesOf } from "./routes.js";
import { findFeature } from "./target.js";

/** Plans a feature's new name, from its tables to its tests. */
export function planRenameFeature(backend: Backend, change: RenameFeature): Planned {
  const planned = planRename(backend, change);
  return change.keepsPaths === true ? keepingPaths(backend, planned, printChange(change)) : planned;
}

function planRename(backend: Backend, change: RenameFeature): Planned {
  const spec = readSpec(backend);
  const feature = findFeature(change, spec);
  if (!feature.ok) return feature.ending;
  const members = memberNames(backend, spec, feature.value);
  const routes = routesOf(spec.api, ownOperations(backend, spec, members), members.spelling);
  const names = codeNames(backend, spec.api, members, routes);
  const renames: Renames = {
    ...NO_RENAMES,
    models: members.models,
    fields: members.fields,
    dtos: members.dtos,
    properties: members.properties,
    operations: routes.map(({ operation, key }) => ({ from: operation.key, to: key })),
    symbols: symbolsOf(names),
    files: [...names.files].map(([from, to]) => ({ from, to })),
  };
  const problem = collisionOf(backend, spec, renames, names);
  if (problem !== null) return { kind: "refused", ...problem };
  return plan(backend, change, spec, members, names, renames);
}

function symbolsOf({ symbols, routes, given, spaces }: FeatureNames): Renames["symbols"] {
  const parameters = routes.flatMap((route) => [...route.parameters]);
  const all = [
    ...symbols.map(({ from, to }) => [from, to] as const),
    ...given.map(({ from, to }) => [from, to] as const),
    ...parameters,
    ...spaces.values(),
  ];
  return [...new Map(all)].map(([from, to]) => ({ from, to }));
}

function plan(
  backend: Backend,
  change: RenameFeature,
  spec: Spec,
  members: MemberNames,
  names: FeatureNames,
  renames: Renames,
): Planned {
  const root = members.models[0]?.from ?? change.target;
  const code = renameInCode(backend, spec.database, spec.api, renames, {
    words: new Set(renames.symbols.map(({ from }) => from)),
    declared: (program) => declaredNames(names, program, backend.files.keys()),
    texts: unite([
      movedImports(backend, names.files),
      routeTexts(backend, names.routes),
      sdkTexts(backend, names),
    ]),
    because: [root, "is named after"],
  });
  const [unclear] = code.unclear;
  if (unclear !== undefined) return unclearRefusal(unclear);
  const removed = oldNames(renames);
  const words = [members.spelling.words];
  const vocabulary = vocabularyOf(spec.database, { removed, words });
  const documents = renameHeadings(backend, vocabulary, (text) => members.spelling.respell(text));
  const schema = renameInSchema(backend, renames);
  const edits = [...schema, ...documents.edits, ...moveEdits(backend, code.edits, names.files)];
  const because: readonly Reason[] = [{ cause: root, how: "is named after" }];
  const reasonsOf = (path: string): readonly Reason[] => {
    const found = [...(code.reasons.get(path) ?? [])].map(([cause, how]) => ({ cause, how }));
    return found.length > 0 ? found : because;
  };
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      removed,
      renames,
      steps: inLayerOrder(edits.map((edit) => stepOf(edit, reasonsOf))),
      notices: [
        ...staleDocuments(backend, removed),
        ...pathMentions(backend, names.routes),
        ...documents.notices,
      ],
    },
    edits: () => edits,
  };
}

function stepOf(
  { path, before, after }: Edit,
  reasonsOf: (path: string) => readonly Reason[],
): ReturnType<typeof editStep> {
  if (before === null) return createStep(path, reasonsOf(path));
  return after === null ? deleteStep(path, reasonsOf(path)) : editStep(path, reasonsOf(path));
}

function unite(
  all: readonly ReadonlyMap<string, readonly Splice[]>[],
): ReadonlyMap<string, readonly Splice[]> {
  const found = new Map<string, readonly Splice[]>();
  for (const each of all)
    for (const [path, splices] of each) found.set(path, [...(found.get(path) ?? []), ...splices]);
  return found;
}
