import { ts } from "ts-morph";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { meaningsOf } from "../names/resolve.js";
import type { Deadness } from "./deadness.js";
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
  return [...before].filter((name) => !after.has(name) && !dtos.has(name) && !isNamed(state, api, name));
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

/** Whether code that stays still names a DTO outside of its own declaration. */
function isNamed(state: Deadness, api: InterfaceSpec, name: string): boolean {
  const file = state.view.file(api.dtos.get(name)?.path ?? "");
  const declarations = file === undefined ? [] : dtoDeclarations(file, name);
  const last = name.split(".").at(-1) ?? name;
  const [first] = declarations;
  if (first === undefined) return false;
  return state.view.usesOf(last, first).some((place) => {
    if (
      state.isGone(place) ||
      declarations.some(
        (each) =>
          each.pos <= place.pos && place.end <= each.end && each.getSourceFile() === place.getSourceFile(),
      )
    )
      return false;
    if (ts.isImportSpecifier(place.parent)) return false;
    return meaningsOf(place, state.program).some(
      (meaning) =>
        meaning.kind === "declared" &&
        meaning.declarations.some((each) => declarations.includes(each as ts.Statement)),
    );
  });
}
