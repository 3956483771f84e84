import { createHash } from "node:crypto";
import { ts } from "ts-morph";
import { Reach } from "../graph/reach/reach.js";
import { RowUsers } from "../graph/reach/row-users.js";
import { programMaker } from "../graph/types/typed-program.js";
import type { Answers } from "../change/answer.js";
import type { Backend } from "../source/backend.js";
import { applySplices, type Edit } from "../source/edit.js";
import type { DatabaseSpec } from "../spec/database/database-spec.js";
import type { InterfaceSpec, Operation } from "../spec/interface/interface-spec.js";
import type { Names } from "../spec/names.js";
import type { IdleInput } from "./actor/idle-inputs.js";
import { analyze } from "./dead-code/analyze.js";
import { applyDropCheck } from "./dead-code/drop-check.js";
import { Deadness, type Cause, type OpenPlace } from "./dead-code/deadness.js";
import { methodOf, propertyAt } from "./names/find-declaration.js";
import { orphanedDtos } from "./dead-code/orphaned-dtos.js";
import { printSplices } from "./dead-code/print-splices.js";
import { seed, seedDto, seedOperation } from "./dead-code/seed.js";
import { seedChoices } from "./dead-code/seed-choices.js";
import { closedBranches, settleGuards } from "./dead-code/settle-guards.js";
import { lostLimits } from "./dead-code/lost-limits.js";
import { pruneTests, type Fate } from "./dead-code/prune-tests.js";
import { View } from "./dead-code/view.js";
import type { Notice } from "./notice.js";
import type { Place, Question } from "./question.js";
import { orderSdkImports } from "./order-sdk-imports.js";
import { groupQuestions, type AskedPlace } from "./group-questions.js";

/** What taking something out of the spec means for the TypeScript files. */
export interface CodeRemoval {
  /** Grown by what followed: operations answered away, DTOs and properties left without a purpose. */
  readonly removed: Names;
  readonly questions: readonly Question[];
  readonly notices: readonly Notice[];
  /** Guards that an answer dropped. */
  readonly droppedGuards: readonly Place[];
  /** Path → why it is touched. */
  readonly reasons: ReadonlyMap<string, readonly Cause[]>;
  readonly deleted: ReadonlySet<string>;
  /** Touched and not deleted. */
  readonly edited: ReadonlySet<string>;
  readonly edits: () => readonly Edit[];
}

/** What goes beside members of the specs. */
export interface AlsoGone {
  /** Files that go whole, whatever they declare. */
  readonly files: readonly string[];
  /** Operations that are about something that stays, and are dropped nevertheless. */
  readonly operations: readonly string[];
  /** Members of what functions are given. */
  readonly inputs: readonly IdleInput[];
  readonly cause: string;
}

/** What is gone without being gone from the spec: told where the analysis begins. */
export type SeedMore = (state: Deadness) => void;

/**
 * Follows a removal through the code. Pure; the same input gives the same edits. It begins with nothing and takes in
 * the files that it would have had to look into, until there are none: its work grows with what the removal reaches.
 */
export function removeFromCode(
  backend: Backend,
  database: DatabaseSpec,
  api: InterfaceSpec,
  removed: Names,
  words: readonly (readonly string[])[],
  answers: Answers,
  also: AlsoGone | null = null,
  seedMore: SeedMore = () => undefined,
): CodeRemoval {
  const reach = new Reach(backend);
  const rows = new RowUsers(database, reach);
  const programOf = programMaker(backend, database);
  const paths = new Set<string>();
  for (;;) {
    const files = reach.closure(paths);
    const program = programOf(files, rows.modelsIn(files));
    const view = new View(program, reach, rows);
    const state = new Deadness(program, view, database);
    if (also !== null) seedAlso(state, also, api);
    seedMore(state);
    const found = follow(state, backend, api, removed, words, answers);
    if (view.missed.size === 0) return found;
    for (const path of view.missed) paths.add(path);
  }
}

function follow(
  state: Deadness,
  backend: Backend,
  api: InterfaceSpec,
  removed: Names,
  words: readonly (readonly string[])[],
  answers: Answers,
): CodeRemoval {
  const operations = new Set(removed.operations);
  const dtos = new Set(removed.dtos);
  const dropped = new Map<string, Place>();
  seed(state, removed, api);
  seedChoices(state, removed, api);
  const notices: Notice[] = [];
  for (let again = true; again;) {
    again = false;
    analyze(state);
    for (const operation of api.operations.values()) {
      if (operations.has(operation.key) || !isDropped(state, operation)) continue;
      operations.add(operation.key);
      seedOperation(state, operation);
      again = true;
    }
    if (again) continue;
    for (const name of orphanedDtos(state, api, operations, dtos)) {
      dtos.add(name);
      seedDto(state, api, name);
      again = true;
    }
    if (again || settleGuards(state)) {
      again = true;
      continue;
    }
    again = applyAnswers(state, answers, api, dropped);
    if (again) continue;
    again = pruneTests(state, words, api, fateOf(api, operations, removed), notices);
  }
  const edited = editedPaths(state);
  notices.push(...closedBranches(state), ...lostLimits(state));
  return {
    removed: grown(state, api, removed, operations, dtos),
    questions: groupQuestions(openPlaces(state).filter((each) => answerTo(answers, each) === undefined)),
    notices,
    droppedGuards: [...dropped.values()],
    reasons: new Map([...state.reasons].map(([path, causes]) => [path, [...causes.values()]])),
    deleted: new Set(state.deletedFiles.keys()),
    edited,
    edits: () => printEdits(backend, state, edited),
  };
}

function seedAlso(state: Deadness, { files, operations, inputs, cause }: AlsoGone, api: InterfaceSpec): void {
  for (const path of files) state.push({ kind: "file", path, cause: { cause, how: "is about" } });
  for (const key of operations) {
    const operation = api.operations.get(key);
    if (operation !== undefined) seedOperation(state, operation);
  }
  for (const { path, name, span } of inputs) {
    const file = state.view.file(path);
    const node = file === undefined ? null : propertyAt(file, name, span);
    if (node !== null) state.declare(node, { cause, how: "is told of" });
  }
}

function fateOf(api: InterfaceSpec, gone: ReadonlySet<string>, removed: Names): Fate {
  const all = [...api.operations.values()];
  return {
    kept: all.filter((each) => !gone.has(each.key)),
    dropped: all.filter((each) => gone.has(each.key) && !removed.operations.includes(each.key)),
  };
}

/** A controller that was never looked into lost nothing. */
function isDropped(state: Deadness, operation: Operation): boolean {
  const file = state.program.file(operation.controller.path);
  if (file === undefined) return false;
  const { className, methodName } = operation.controller;
  const method = methodOf(file, className, methodName);
  return method !== null && state.isGone(method);
}

/** Places that still wait for a person, with their ids. */
function openPlaces(state: Deadness): readonly AskedPlace[] {
  const seen = new Map<string, number>();
  return [...state.waiting()]
    .sort((a, b) => orderOf(state, a).localeCompare(orderOf(state, b)))
    .map((open) => {
      const path = state.program.pathOf(open.node.getSourceFile()) ?? "";
      const snippet = open.node.getText().slice(0, 600);
      const artefact = path.replace(/^.*\//, "").replace(/\.ts$/, "");
      const key = `${artefact}\n${path}\n${snippet}`;
      const nth = seen.get(key) ?? 0;
      seen.set(key, nth + 1);
      const id = createHash("sha256").update(`${key}\n${nth}`).digest("hex").slice(0, 12);
      const file = open.node.getSourceFile();
      const line = file.getLineAndCharacterOfPosition(open.node.getStart()).line + 1;
      return { open, place: { id, path, line, artefact, snippet } };
    });
}

function orderOf(state: Deadness, open: OpenPlace): string {
  const path = state.program.pathOf(open.node.getSourceFile()) ?? "";
  return `${path} ${String(open.node.getStart()).padStart(8, "0")}`;
}

function answerTo(answers: Answers, asked: AskedPlace): string | undefined {
  const [question] = groupQuestions([asked]);
  return answers.get(asked.place.id) ?? answers.get(question?.id ?? "");
}

/** Carries out what a person decided; true if anything followed. */
function applyAnswers(
  state: Deadness,
  answers: Answers,
  api: InterfaceSpec,
  dropped: Map<string, Place>,
): boolean {
  let changed = false;
  const asked = openPlaces(state);
  const questions = groupQuestions(asked);
  for (const each of asked) {
    const question = questions.find((one) => one.places.some((place) => place.id === each.place.id));
    const option = answers.get(each.place.id) ?? answers.get(question?.id ?? "");
    if (option === undefined || option === "keep" || state.answered.has(each.open.node)) continue;
    state.answered.add(each.open.node);
    state.open.delete(each.open.node);
    changed = true;
    if (option === "drop-check") {
      if (each.open.construct === "negative guard") dropped.set(each.place.id, each.place);
      applyDropCheck(state, each.open);
    } else dropOperations(state, each.place.path, each.open.cause, api);
  }
  return changed;
}

/** Drops the operations that a file's code serves: its own, or those that reach it. */
function dropOperations(state: Deadness, path: string, cause: Cause, api: InterfaceSpec): void {
  const reached = new Set([path]);
  for (const each of reached) {
    if (/^src\/(controllers|providers)\//.test(each) && each !== path) continue;
    const file = state.view.file(each);
    for (const user of file === undefined ? [] : state.view.importsOf(file)) {
      const next = state.program.pathOf(user.getSourceFile());
      if (next !== null && next.startsWith("src/")) reached.add(next);
    }
  }
  for (const operation of api.operations.values()) {
    const own = operation.provider?.path ?? operation.controller.path;
    if (!reached.has(own)) continue;
    const file = state.view.file(operation.controller.path);
    const method =
      file === undefined
        ? null
        : methodOf(file, operation.controller.className, operation.controller.methodName);
    if (method !== null) state.declare(method, cause);
  }
}

function editedPaths(state: Deadness): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const node of [...state.removed, ...state.replaced.keys()]) {
    const path = state.program.pathOf(node.getSourceFile());
    if (path !== null && !state.deletedFiles.has(path)) paths.add(path);
  }
  return paths;
}

function printEdits(backend: Backend, state: Deadness, edited: ReadonlySet<string>): readonly Edit[] {
  const edits: Edit[] = [];
  for (const path of state.deletedFiles.keys()) {
    edits.push({ path, before: backend.files.get(path)?.text ?? "", after: null });
  }
  for (const path of edited) {
    const file = state.view.file(path);
    const before = backend.files.get(path)?.text;
    if (file === undefined || typeof before !== "string") continue;
    const after = applySplices(before, printSplices(state, file));
    edits.push({ path, before, after: orderSdkImports(path, before, after) });
  }
  return edits;
}

function grown(
  state: Deadness,
  api: InterfaceSpec,
  removed: Names,
  operations: ReadonlySet<string>,
  dtos: ReadonlySet<string>,
): Names {
  const properties = new Set(removed.properties);
  for (const node of state.deadDeclarations) {
    if (!ts.isPropertySignature(node)) continue;
    const path = state.program.pathOf(node.getSourceFile());
    for (const dto of api.dtos.values()) {
      if (dto.path !== path || dtos.has(dto.name)) continue;
      const own = dto.properties.find(
        (each) => each.span.end >= node.end - 1 && each.span.start <= node.getStart(),
      );
      if (own !== undefined && own.name === node.name.getText()) properties.add(`${dto.name}.${own.name}`);
    }
  }
  return { ...removed, dtos: [...dtos], properties: [...properties], operations: [...operations] };
}
