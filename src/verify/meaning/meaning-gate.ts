import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { NO_RENAMES } from "../../spec/renames.js";
import { artefactOf } from "../artefact-of.js";
import type { Diagnostic } from "../diagnostic.js";
import type { Finding, Trees } from "../gate.js";
import { Renamed } from "../renamed.js";
import { type Container, containersOf, isFunction } from "./containers.js";
import { deadFlags } from "./dead-flags.js";
import { DeadValues } from "./dead-values.js";
import { emptyBranches } from "./empty-branches.js";
import { leftMembers } from "./left-members.js";
import { declaredNames, leftNames } from "./left-names.js";
import { lostAuthorizations, lostGuards } from "./lost-guards.js";
import { type RemovedNames, removedNames } from "./removed-names.js";
import type { Stop } from "./stop.js";
import { unconditionalThrows } from "./unconditional-throws.js";

/** What no compiler sees: guards that were lost, branches that died, names that were left. By syntax alone. */
export async function meaningGate(trees: Trees): Promise<Finding> {
  const parse = parser();
  const names = removedNames(trees, parse);
  const { base, head, touched, answeredGuards } = trees;
  const renamed = new Renamed(trees.renames ?? NO_RENAMES);
  const edited = [...touched].filter((path) => base.files.has(path) && head.files.has(renamed.pathOf(path)));
  const stops = edited.flatMap((path) => {
    const [before, after] = [parse(base, path), parse(head, renamed.pathOf(path))];
    if (before === null || after === null || before.text === after.text) return [];
    const answered = answeredGuards.filter((place) => place.path === path);
    return compareFiles(path, before, after, { names, answered, renamed });
  });
  const sources = [...head.files.keys()].flatMap((path) => parse(head, path) ?? []);
  const declared = declaredNames(sources);
  const left = sources.flatMap((source) => [
    ...leftNames(source, names, declared),
    ...leftMembers(source, names),
  ]);
  return {
    summary: `Compared ${edited.length} edited files, and looked for removed names in ${sources.length}.`,
    diagnostics: [...stops, ...left].map(toDiagnostic),
  };
}

interface Context {
  readonly names: RemovedNames;
  readonly answered: Trees["answeredGuards"];
  readonly renamed: Renamed;
}

function compareFiles(
  path: string,
  before: ts.SourceFile,
  after: ts.SourceFile,
  { names, answered, renamed }: Context,
): readonly Stop[] {
  const guarded = !["test", "helper", "sdk"].includes(classify(path));
  const old = containersOf(before);
  const dead = new Map<ts.Node, DeadValues>();
  return [...containersOf(after).values()].flatMap((container) => {
    const twin =
      old.get(container.name) ?? [...old.values()].find(({ name }) => renamed.same(name, container.name));
    if (twin === undefined) return [];
    const stops = [...deadFlags(twin, container), ...emptyBranches(twin, container)];
    if (!guarded) return stops;
    const scope = outermost(twin);
    const values = dead.get(scope) ?? new DeadValues(scope, names);
    dead.set(scope, values);
    const input = { before: twin, after: container, dead: values, answered, renamed };
    return [
      ...stops,
      ...unconditionalThrows(twin, container),
      ...lostGuards(input),
      ...lostAuthorizations(input),
    ];
  });
}

function outermost({ node }: Container): ts.Node {
  let scope = node;
  for (let at = node; !ts.isSourceFile(at); at = at.parent) if (isFunction(at)) scope = at;
  return scope;
}

/** Syntax trees by blob SHA: what base and head share is parsed once. */
function parser(): (backend: Backend, path: string) => ts.SourceFile | null {
  const known = new Map<string, ts.SourceFile>();
  return (backend, path) => {
    const file = backend.files.get(path);
    if (file === undefined || file.text === null || !/\.[cm]?tsx?$/.test(path)) return null;
    const key = `${file.sha} ${path}`;
    const source = known.get(key) ?? ts.createSourceFile(path, file.text, ts.ScriptTarget.Latest, true);
    known.set(key, source);
    return source;
  };
}

function toDiagnostic({ code, message, node }: Stop): Diagnostic {
  const source = node.getSourceFile();
  return {
    gate: "meaning",
    code,
    message,
    path: source.fileName,
    line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    artefact: artefactOf(source.fileName),
    status: "new",
  };
}
