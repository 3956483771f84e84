import { printChange } from "../../change/forms.js";
import type { AddActor } from "../../change/kinds/add-actor.js";
import { lineAt } from "../../errors/spec-error.js";
import { copyTables, foreignKey, ownTables } from "../../generate/actor/copied-tables.js";
import { ownFiles } from "../../generate/actor/own-files.js";
import { retoldProse } from "../../generate/actor/retold-prose.js";
import { withUsedTypes } from "../../generate/actor/used-types.js";
import { editModule } from "../../generate/create/controller/edit-module.js";
import { type Actor, readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Model } from "../../spec/database/database-spec.js";
import { readDatabase } from "../../spec/database/read-database.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { NO_NAMES } from "../../spec/names.js";
import { nameMap } from "../../spec/renames.js";
import { readSpec } from "../../spec/spec.js";
import { type Found, refuse } from "../found.js";
import { findActor } from "../model/find-actor.js";
import { EMPTY_PLAN, type Plan } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { createStep, editStep, inLayerOrder } from "../steps-of.js";
import { planRenameActor } from "./plan-rename-actor.js";

/** The actor that is followed, as he would be under the new name. */
interface Twin {
  readonly known: Known;
  readonly like: Actor & { readonly model: Model };
  readonly to: string;
  readonly plan: Plan;
  readonly head: Backend;
}

/** Plans another kind of actor: how he joins, logs in and is known at every request, as one who is there. */
export function planAddActor(backend: Backend, change: AddActor): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const like = findLike(change, readActors(known));
  if (!like.ok) return like.ending;
  const { model } = like.value;
  if (model === null)
    return {
      kind: "refused",
      reason: `It is not clear which table holds ${like.value.name}.`,
      remedy: "Name another actor to follow: like <actor>.",
    };
  const key = foreignKey(ownTables(model, known.database));
  if (key !== null)
    return {
      kind: "refused",
      reason: `${key.model.name}.${key.field.name} leads to ${key.field.type}: an actor like ${like.value.name} is more than who signs in.`,
      remedy: "Name another actor to follow: like <actor>.",
    };
  const renamed = planRenameActor(backend, {
    kind: "rename-actor",
    actor: like.value.name,
    to: change.actor,
  });
  if (renamed.kind !== "plan") return renamed;
  const to = renamed.plan.renames.symbols[0]?.to ?? change.actor;
  const head = applyEdits(backend, renamed.edits());
  return copied({ known, like: { ...like.value, model }, to, plan: renamed.plan, head }, change);
}

function findLike(change: AddActor, actors: readonly Actor[]): Found<Actor> {
  const there = actors.find(({ name }) => name.toLowerCase() === change.actor.toLowerCase());
  if (there !== undefined)
    return {
      ok: false,
      ending: { kind: "nothing-to-do", reason: `There is an actor ${there.name} already.`, nearest: [] },
    };
  if (change.like !== null) return findActor(change.like, actors);
  const [only] = actors;
  if (only === undefined)
    return refuse(
      "Nobody signs in here, so there is no actor to follow.",
      "Add a first one by hand: his table, payload, decorator, and how he joins.",
    );
  if (actors.length === 1) return { ok: true, value: only };
  const candidates = actors.map(({ name }) => ({
    command: printChange({ ...change, like: name }),
    takes: [],
  }));
  return { ok: false, ending: { kind: "ambiguous", candidates } };
}

function copied(twin: Twin, change: AddActor): Planned {
  const { known, like, to, plan, head } = twin;
  const { backend, database, api } = known;
  const moves = nameMap(plan.renames.files);
  const own = ownFiles(backend, like.name, api, (path) => moves.has(path));
  if (own.operations.length === 0)
    return {
      kind: "refused",
      reason: `Nothing like /auth/${like.name}/join was found for ${like.name}.`,
      remedy: "Name another actor to follow: like <actor>.",
    };
  const elsewhere = rowsElsewhere(own.paths, ownTables(like.model, database), plan, known);
  if (elsewhere !== null)
    return {
      kind: "refused",
      reason: `${elsewhere.path}:${elsewhere.line} is about ${elsewhere.table} as well, whose rows know the ${like.name} by a key of their own.`,
      remedy: "Name another actor to follow: like <actor>.",
    };
  const said = plan.notices.find(
    ({ kind, path }) => kind === "prose" && path.startsWith("src/") && own.paths.includes(path),
  );
  if (said !== undefined)
    return {
      kind: "refused",
      reason: `${said.path}:${said.line} says "${like.name}" where rows may hold that.`,
      remedy: `Whether ${to} is to be said there is not clear; name another actor to follow: like <actor>.`,
    };
  const renamed = own.paths.flatMap((path): readonly Edit[] => {
    const after = moves.get(path);
    const text = after === undefined ? undefined : head.files.get(after)?.text;
    if (after === undefined || typeof text !== "string") return [];
    return [{ path: after, before: null, after: withoutFolders(text, after, new Set(own.paths), moves) }];
  });
  const files = withUsedTypes(renamed, readSpec(head).api.dtos.values()).map((file): Edit => ({
    ...file,
    after: retoldProse(file.after ?? "", like.name, to),
  }));
  const tables = ownTables(like.model, database);
  const names = nameMap(plan.renames.models);
  const now = readDatabase(head);
  const models = new Map(
    tables.flatMap((table) => {
      const found = now.models.get(names.get(table.name) ?? "");
      return found === undefined ? [] : [[table.name, found] as const];
    }),
  );
  const schema = spliceFiles(
    backend,
    copyTables(tables, { backend: head, models }, backend).map((each) => ({
      ...each,
      text: retoldProse(each.text, like.name, to),
    })),
  );
  const served = wiring(twin, own.operations);
  if (served === null)
    return {
      kind: "refused",
      reason: "src/MyModule.ts does not list the controllers plainly.",
      remedy: "Write them as an array behind controllers.",
    };
  const edits = [...schema, ...files, ...served];
  const because = [{ cause: to, how: `signs in as ${like.name} does` }];
  const keys = nameMap(plan.renames.operations);
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: {
        ...NO_NAMES,
        models: [...models.values()].map(({ name }) => name),
        operations: own.operations.map(({ key }) => keys.get(key) ?? key),
      },
      steps: inLayerOrder(
        edits.map(({ path, before }) => (before === null ? createStep : editStep)(path, because)),
      ),
      notices: [
        {
          kind: "repository",
          path: files[0]?.path ?? "",
          line: null,
          text: `No operation is for ${to} yet. To let one be: \`/autobe change operation <method> <path> to by ${to}\`, or \`/autobe add operation … by ${to}\``,
        },
        ...staleDocuments(
          backend,
          {
            ...NO_NAMES,
            models: tables.map(({ name }) => name),
            operations: own.operations.map(({ key }) => key),
          },
          `It does not show ${to}`,
        ),
      ],
    },
    edits: () => edits,
  };
}

/** Where signing in reads or writes rows of further tables that have a column for the actor; null where it does not. */
function rowsElsewhere(
  paths: readonly string[],
  tables: readonly Model[],
  { renames }: Plan,
  { backend }: Known,
): { readonly path: string; readonly line: number; readonly table: string } | null {
  const own = new Set(tables.map(({ name }) => name));
  const keyed = new Set(renames.fields.map(({ from }) => from.split(".")[0] ?? ""));
  for (const path of paths) {
    const text = backend.files.get(path)?.text ?? "";
    for (const { 1: table = "", index } of text.matchAll(/\bprisma\s*\.\s*(\w+)\s*\.\s*\w+\(/g))
      if (keyed.has(table) && !own.has(table)) return { path, line: lineAt(text, index), table };
  }
  return null;
}

/** An SDK file without the folders below it that are not copied. */
function withoutFolders(
  text: string,
  path: string,
  own: ReadonlySet<string>,
  moves: ReadonlyMap<string, string>,
): string {
  const copied = new Set([...own].map((each) => moves.get(each)));
  return text.replace(/^export \* as \w+ from "\.\/(\w+)(?:\/index)?";\r?\n/gm, (line, folder: string) =>
    !path.startsWith("src/api/functional/") || copied.has(path.replace(/index\.ts$/, `${folder}/index.ts`))
      ? line
      : "",
  );
}

/** The module with the new controllers, and the SDK with the new folder. */
function wiring({ known, plan }: Twin, operations: readonly Operation[]): readonly Edit[] | null {
  const { backend } = known;
  const moves = nameMap(plan.renames.files);
  const controllers = operations.map(({ controller }) => ({
    controller: {
      ...controller,
      path: moves.get(controller.path) ?? controller.path,
      className: (moves.get(controller.path) ?? controller.path).replace(/^.*\/|\.ts$/g, ""),
    },
  }));
  const module = editModule(controllers, known);
  if (module === null) return null;
  const folders = new Set(operations.map(({ accessor }) => (accessor ?? []).slice(0, -1).join("/")));
  return [module, ...[...folders].flatMap((folder) => exported(folder, moves, backend))];
}

/** `export * as moderator from "./moderator/index";` behind the line of the folder that was copied. */
function exported(folder: string, moves: ReadonlyMap<string, string>, { files }: Backend): readonly Edit[] {
  const now = moves.get(`src/api/functional/${folder}/index.ts`);
  const path = `src/api/functional/${folder.replace(/\/?[^/]*$/, "")}/index.ts`.replace("//", "/");
  const before = files.get(path)?.text;
  const [old = "", to = ""] = [folder.split("/").at(-1), now?.split("/").at(-2)];
  if (typeof before !== "string" || to === "") return [];
  const line = new RegExp(`^export \\* as ${old} from .*$`, "m").exec(before);
  if (line === null) return [];
  const lines = [...before.matchAll(/^export \* as .*$/gm)];
  const last = lines.at(-1) ?? line;
  const at = last.index + last[0].length;
  const text = `${eolOf(before)}${line[0].replaceAll(new RegExp(`\\b${old}\\b`, "g"), to)}`;
  return [{ path, before, after: before.slice(0, at) + text + before.slice(at) }];
}
