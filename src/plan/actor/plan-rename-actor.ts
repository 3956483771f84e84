import { printChange } from "../../change/forms.js";
import type { RenameActor } from "../../change/kinds/rename-actor.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import { camelOf } from "../../generate/create/conventions/spelling.js";
import { vocabularyOf } from "../../generate/documents/vocabulary.js";
import type { Notice } from "../../generate/notice.js";
import { type ActorNames, respellFile } from "../../generate/rename/actor/respell-file.js";
import { renameHeadings } from "../../generate/rename/feature/headings.js";
import { moveEdits } from "../../generate/rename/feature/move-edits.js";
import { renameInSchema } from "../../generate/rename/rename-in-schema.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { type PlacedSplice, spliceFiles } from "../../source/splice-files.js";
import { sharedPrefix } from "../../spec/interface/match-model.js";
import { NO_RENAMES, oldNames, type Renames } from "../../spec/renames.js";
import { partsOfName } from "../../spec/respell-words.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { ownWords, wordsOf } from "../../spec/words.js";
import { findActor, noSuchActor } from "../model/find-actor.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { collisionOf } from "../rename/feature/collisions.js";
import { Spelling } from "../rename/feature/spelling.js";
import { staleDocuments } from "../stale-documents.js";
import { createStep, deleteStep, editStep, inLayerOrder } from "../steps-of.js";

/** Plans an actor's new name, from his table to the tokens that he signs in with. */
export function planRenameActor(backend: Backend, change: RenameActor): Planned {
  const spec = readSpec(backend);
  const actors = readActors({ backend, ...spec });
  const to = camelOf(partsOfName(change.to).map(({ text }) => text.toLowerCase()));
  const there = actors.find(({ name }) => name.toLowerCase() === to.toLowerCase());
  const found = findActor(change.actor, actors);
  if (!found.ok)
    return there === undefined
      ? noSuchActor(change.actor, actors)
      : {
          kind: "nothing-to-do",
          reason: `There is no actor "${change.actor}", and ${there.name} is there already.`,
          nearest: [],
        };
  const { name } = found.value;
  if (there !== undefined)
    return there.name === name
      ? { kind: "nothing-to-do", reason: `${name} is called so already.`, nearest: [] }
      : {
          kind: "refused",
          reason: `There is an actor ${there.name} already.`,
          remedy: "Choose another name.",
        };
  if (!/^[a-z]\w*$/i.test(to))
    return { kind: "refused", reason: `"${change.to}" names no actor.`, remedy: "Begin with a letter." };
  const others = actors.filter((each) => each.name !== name);
  const spelling = actorSpelling(
    found.value,
    to,
    spec,
    others.flatMap((each) => [each.name, each.model?.name ?? each.name]),
  );
  const renames = renamesOf(backend, spec, spelling, { name, to });
  const problem = collisionOf(backend, spec, renames, {
    files: new Map(renames.files.map((each) => [each.from, each.to])),
  });
  if (problem !== null) return { kind: "refused", ...problem };
  return planOf(backend, change, spec, spelling, renames, { name, to });
}

/** How names that bear an actor's word read under the new one. */
interface ActorSpelling {
  readonly words: readonly string[];
  readonly respell: (name: string) => string;
}

/**
 * Decorators may run words together that the table keeps apart: `verifiedexpert` of `verified_experts`. Names of other
 * actors that have the word in them stay.
 */
function actorSpelling(
  { name, model }: Actor,
  to: string,
  { database }: Spec,
  kept: readonly string[],
): ActorSpelling {
  const prefix = sharedPrefix([...database.models.keys()].map((each) => each.split("_"))).flatMap(wordsOf);
  const now = partsOfName(to).map(({ text }) => text.toLowerCase());
  const words = wordsOf(name);
  const apart = ownWords(database.models.keys()).get(model?.name ?? "") ?? words;
  const spellings = [...new Map([words, apart].map((each) => [each.join(" "), each])).values()].map((each) =>
    new Spelling(each, now, prefix).keeping(kept),
  );
  return {
    words,
    respell: (each) => spellings.reduce((text, spelling) => spelling.respell(text), each),
  };
}

function renamesOf(
  { files }: Backend,
  { database, api }: Spec,
  spelling: ActorSpelling,
  { name, to }: { readonly name: string; readonly to: string },
): Renames {
  const renamed = (names: Iterable<string>, now: (each: string) => string): Renames["models"] =>
    [...names].flatMap((from) => (now(from) === from ? [] : [{ from, to: now(from) }]));
  const respell = (each: string): string => spelling.respell(each);
  const parts = (each: string): string =>
    each
      .split(/([./ ])/)
      .map(respell)
      .join("");
  const members = (owner: string, all: readonly { readonly name: string }[]): Renames["fields"] =>
    all.flatMap((each) =>
      respell(each.name) === each.name ? [] : [{ from: `${owner}.${each.name}`, to: respell(each.name) }],
    );
  return {
    ...NO_RENAMES,
    models: renamed(database.models.keys(), respell),
    fields: [...database.models.values()].flatMap((model) => members(model.name, model.fields)),
    dtos: renamed(api.dtos.keys(), parts),
    properties: [...api.dtos.values()].flatMap((dto) => members(dto.name, dto.properties)),
    operations: renamed(api.operations.keys(), parts),
    symbols: [{ from: name, to }],
    files: renamed(
      [...files.keys()].filter((path) => /^(src|test)\//.test(path)),
      parts,
    ),
  };
}

function planOf(
  backend: Backend,
  change: RenameActor,
  spec: Spec,
  spelling: ActorSpelling,
  renames: Renames,
  { name, to }: { readonly name: string; readonly to: string },
): Planned {
  const members = new Set(
    [...renames.fields, ...renames.properties].map(({ from }) => from.slice(from.lastIndexOf(".") + 1)),
  );
  const names: ActorNames = { from: name, to, respell: spelling.respell, members };
  const splices: PlacedSplice[] = [];
  const left: Notice[] = [];
  for (const file of backend.files.values()) {
    if (file.text === null || !/^(src|test)\/.*\.tsx?$/.test(file.path)) continue;
    const { splices: own, clash, kept } = respellFile(file, names);
    if (clash !== null)
      return {
        kind: "refused",
        reason: `${clash.path}:${clash.line} would say "${clash.name}" for two things.`,
        remedy: "Choose another name, or rename what has it there first.",
      };
    splices.push(...own.map((each) => ({ path: file.path, ...each })));
    left.push(
      ...kept.map((line): Notice => ({
        kind: "prose",
        path: file.path,
        line,
        text: `It says "${name}" where rows may hold that: it stays.`,
      })),
    );
  }
  const removed = oldNames(renames);
  const vocabulary = vocabularyOf(spec.database, { removed, words: [spelling.words] });
  const documents = renameHeadings(backend, vocabulary, names.respell);
  const moves = new Map(renames.files.map((each) => [each.from, each.to]));
  const edits = [
    ...renameInSchema(backend, renames),
    ...documents.edits,
    ...moveEdits(backend, spliceFiles(backend, splices), moves),
  ];
  const tokens: Notice = {
    kind: "repository",
    path: `src/providers/authorize/${to}Authorize.ts`,
    line: null,
    text: `Tokens that were signed before say "${name}" and are refused: who has one signs in again`,
  };
  const because = [{ cause: name, how: "is named after" }];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      removed,
      renames,
      steps: inLayerOrder(edits.map((edit) => stepFor(edit)(edit.path, because))),
      notices: [tokens, ...left, ...staleDocuments(backend, removed), ...documents.notices],
    },
    edits: () => edits,
  };
}

function stepFor({ before, after }: Edit): typeof editStep {
  if (before === null) return createStep;
  return after === null ? deleteStep : editStep;
}
