import type { Backend } from "../source/backend.js";
import { groupBy } from "../util/group-by.js";
import type { Renames } from "../spec/renames.js";
import { artefactOf } from "./artefact-of.js";
import type { Diagnostic, GateName } from "./diagnostic.js";
import type { Problem } from "../workspace/problem.js";
import { Renamed } from "./renamed.js";

export interface Compared {
  readonly gate: GateName;
  readonly base: Backend;
  readonly head: Backend;
  readonly renames?: Renames;
}

/**
 * The difference of two multisets of problems. Problems are the same if file, code and message are; among equal
 * ones those on the same line are paired first, so that the new one is the one that is named. A carried problem whose
 * message prints a type that the change made smaller is still the same problem: what is left over is paired again
 * by file, code, the text of its line, and the message without the types printed in it.
 */
export function difference(
  compared: Compared,
  base: readonly Problem[],
  head: readonly Problem[],
): readonly Diagnostic[] {
  const exact = pair(base, head, (problem) => exactKey(problem), sameLine);
  const again = pair(
    exact.base,
    exact.head,
    (problem) => exactKey(problem),
    () => true,
  );
  const loose = pairLoosely(compared, again.base, again.head);
  const rest = pairRenamed(compared, loose);
  return [
    ...rest.head.map((problem) => diagnostic(compared.gate, problem, "new")),
    ...[...exact.pairs, ...again.pairs, ...rest.pairs].map((problem) =>
      diagnostic(compared.gate, problem, "base"),
    ),
    ...rest.base.map((problem) => diagnostic(compared.gate, problem, "fixed")),
  ];
}

interface Pairing {
  readonly pairs: readonly Problem[];
  readonly base: readonly Problem[];
  readonly head: readonly Problem[];
}

function pair(
  base: readonly Problem[],
  head: readonly Problem[],
  headKey: (problem: Problem) => string,
  fits: (base: Problem, head: Problem) => boolean,
  baseKey: (problem: Problem) => string = headKey,
): Pairing {
  const groups = groupBy(base, baseKey);
  const taken = new Set<Problem>();
  const pairs: Problem[] = [];
  const left: Problem[] = [];
  for (const problem of head) {
    const twin = groups
      .get(headKey(problem))
      ?.find((candidate) => !taken.has(candidate) && fits(candidate, problem));
    if (twin === undefined) left.push(problem);
    else {
      taken.add(twin);
      pairs.push(problem);
    }
  }
  return { pairs, base: base.filter((problem) => !taken.has(problem)), head: left };
}

function pairLoosely(
  { base, head }: Compared,
  before: readonly Problem[],
  after: readonly Problem[],
): Pairing {
  const key = (backend: Backend) => (problem: Problem) =>
    JSON.stringify([problem.path, problem.code, lineOf(backend, problem), withoutTypes(problem.message)]);
  return pair(before, after, key(head), () => true, key(base));
}

/** What is left over is paired by place, where the file or what stands on the line has another name. */
function pairRenamed({ base, head, renames }: Compared, left: Pairing): Pairing {
  if (renames === undefined || left.head.length === 0) return left;
  const renamed = new Renamed(renames);
  const key = ({ path, code }: Problem): string => JSON.stringify([path, code]);
  const moved = (problem: Problem): string =>
    key({ ...problem, path: problem.path === null ? null : renamed.pathOf(problem.path) });
  const fits = (before: Problem, after: Problem): boolean =>
    before.line === after.line || renamed.same(lineOf(base, before) ?? "", lineOf(head, after) ?? "");
  const found = pair(left.base, left.head, key, fits, moved);
  return { ...found, pairs: [...left.pairs, ...found.pairs] };
}

/** Quoted names stay, quoted types do not. */
function withoutTypes(message: string): string {
  return message.replace(/'([^']*)'/g, (quoted, text: string) => (/^\w*$/.test(text) ? quoted : "'…'"));
}

function exactKey(problem: Problem): string {
  return JSON.stringify([problem.path, problem.code, problem.message]);
}

function sameLine(base: Problem, head: Problem): boolean {
  return base.line === head.line;
}

function lineOf(backend: Backend, { path, line }: Problem): string | null {
  if (path === null || line === null) return null;
  return backend.files.get(path)?.text?.split("\n")[line - 1]?.trim() ?? null;
}

export function diagnostic(gate: GateName, problem: Problem, status: Diagnostic["status"]): Diagnostic {
  const artefact = problem.path === null ? null : artefactOf(problem.path);
  return { gate, ...problem, artefact, status };
}
