import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import { classify } from "../../source/layout.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { importResolver } from "../../source/resolve-import.js";
import type { InterfaceSpec, Operation } from "../../spec/interface/interface-spec.js";

/** How one actor signs in: the operations for that, and every file that is about nothing else. */
export interface OwnFiles {
  readonly operations: readonly Operation[];
  readonly paths: readonly string[];
}

const SIGN_IN = /\/auth\/[\w-]+\/(join|login|refresh)$/;

/** The operations by which an actor joins, logs in and refreshes his tokens. */
export function signInOf(actor: string, { operations }: InterfaceSpec): readonly Operation[] {
  return [...operations.values()].filter(
    ({ path }) => SIGN_IN.test(path) && path.split("/").at(-2)?.toLowerCase() === actor.toLowerCase(),
  );
}

/**
 * The files that only say how an actor signs in; `bears` tells those that are called after him. Whatever they import
 * of him belongs to them, and so do the tests that call nothing else.
 */
export function ownFiles(
  backend: Backend,
  actor: string,
  api: InterfaceSpec,
  bears: (path: string) => boolean,
): OwnFiles {
  const operations = signInOf(actor, api);
  const served = operations.flatMap(({ controller, provider, accessor }) => [
    controller.path,
    ...(provider === null ? [] : [provider.path]),
    ...(accessor === null ? [] : [`src/api/functional/${accessor.slice(0, -1).join("/")}/index.ts`]),
  ]);
  const found = new Set<string>();
  const resolve = importResolver(backend);
  const add = (path: string): void => {
    const file = backend.files.get(path);
    if (file === undefined || found.has(path)) return;
    found.add(path);
    for (const each of parseTypescript(file).statements)
      if (ts.isImportDeclaration(each) && ts.isStringLiteral(each.moduleSpecifier)) {
        const place = resolve(path, each.moduleSpecifier.text);
        if (place !== null && bears(place) && /^src\/(?!api\/functional)/.test(place)) add(place);
      }
  };
  const tests = testsOfSignIn(backend, operations).filter(bears);
  for (const path of [...knownBy(actor, backend), ...served, ...tests]) add(path);
  return { operations, paths: [...found].sort() };
}

/** The files by which an actor is known at every request, whatever the case of their names. */
export function knownBy(actor: string, { files }: Backend): readonly string[] {
  const lower = actor.toLowerCase();
  const places = [
    `src/decorators/${lower}auth.ts`,
    `src/decorators/payload/${lower}payload.ts`,
    `src/providers/authorize/${lower}authorize.ts`,
  ];
  return [...files.keys()].filter((path) => places.includes(path.toLowerCase()));
}

/** Tests and their helpers that call nothing but some operations of signing in. */
export function testsOfSignIn({ files }: Backend, operations: readonly Operation[]): readonly string[] {
  return [...files.values()].flatMap(({ path, text }) =>
    ["test", "helper"].includes(classify(path)) && callsOnly(text ?? "", operations) ? [path] : [],
  );
}

/** Whether a test calls nothing but how somebody signs in, and that of one actor. */
function callsOnly(text: string, operations: readonly Operation[]): boolean {
  const calls = [...text.replace(/\s+/g, "").matchAll(/api\.functional\.([\w.]+)\(/g)].map((each) => each[1]);
  const own = new Set(operations.map(({ accessor }) => (accessor ?? []).join(".")));
  const helpers = [...text.matchAll(/\b(?:generate|prepare)_random_\w+/g)];
  return calls.length > 0 && helpers.length === 0 && calls.every((each) => own.has(each ?? ""));
}
