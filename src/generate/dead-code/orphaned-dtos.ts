import { ts } from "ts-morph";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { meaningsOf } from "../names/resolve.js";
import { contains, type Deadness } from "./deadness.js";
import { dtoDeclarations } from "../names/find-declaration.js";

/** DTOs that only removed operations reached and that nothing names any more, and pages of removed DTOs. */
export function orphanedDtos(
  state: Deadness,
  api: InterfaceSpec,
  operations: ReadonlySet<string>,
  dtos: ReadonlySet<string>,
): readonly string[] {
  const before = reach(api, [...api.operations.keys()], new Set());
  const kept = [...api.operations.keys()].filter((key) => !operations.has(key));
  const after = reach(api, kept, dtos);
  const left = [...before].filter((name) => !after.has(name) && !dtos.has(name));
  return unnamed(state, api, left);
}

/** Those of some DTOs that nothing names but others of them. */
function unnamed(state: Deadness, api: InterfaceSpec, names: readonly string[]): readonly string[] {
  const left = new Map(names.map((name) => [name, declarationsOf(state, api, name)]));
  for (let again = true; again;) {
    again = false;
    const own = [...left.values()].flat();
    for (const [name, declarations] of left) {
      if (!isNamed(state, name, declarations, own)) continue;
      left.delete(name);
      again = true;
    }
  }
  return [...left.keys()];
}

function declarationsOf(state: Deadness, api: InterfaceSpec, name: string): readonly ts.Statement[] {
  const file = state.view.file(api.dtos.get(name)?.path ?? "");
  return file === undefined ? [] : dtoDeclarations(file, name);
}

function reach(
  api: InterfaceSpec,
  keys: readonly string[],
  without: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (name: string | null): void => {
    if (name === null || found.has(name) || without.has(name)) return;
    const dto = api.dtos.get(name);
    if (dto === undefined) return;
    found.add(name);
    for (const each of dto.references) visit(each);
  };
  for (const key of keys) {
    const operation = api.operations.get(key);
    visit(operation?.body ?? null);
    visit(operation?.response ?? null);
  }
  return found;
}

/** Whether code that stays still names a DTO outside of some declarations. */
function isNamed(
  state: Deadness,
  name: string,
  declarations: readonly ts.Statement[],
  outside: readonly ts.Statement[],
): boolean {
  const last = name.split(".").at(-1) ?? name;
  const [first] = declarations;
  if (first === undefined) return false;
  return state.view.usesOf(last, first).some((place) => {
    if (state.isGone(place) || outside.some((each) => contains(each, place))) return false;
    if (ts.isImportSpecifier(place.parent) || namesSpace(place)) return false;
    return meaningsOf(place, state.program).some(
      (meaning) =>
        meaning.kind === "declared" &&
        meaning.declarations.some((each) => declarations.includes(each as ts.Statement)),
    );
  });
}

/** Whether a name stands for the namespace beside a type: where that is declared, and before a dot. */
function namesSpace(place: ts.Node): boolean {
  const { parent } = place;
  return (
    (ts.isModuleDeclaration(parent) && parent.name === place) ||
    (ts.isQualifiedName(parent) && parent.left === place)
  );
}
