import type { Dto, DtoProperty, InterfaceSpec, Operation } from "../interface/interface-spec.js";
import { unionParts } from "../interface/union-parts.js";
import { type NameMap, nameMap, type Renames } from "../renames.js";
import type { ContractChange } from "./contract-change.js";
import { limitChanges } from "./limit-changes.js";
import { callOf, type DtoUse, dtoUsers } from "./dto-users.js";

/**
 * What callers will notice between two interfaces, operations first. A property counts where an operation of both
 * still takes or shows its DTO; what goes or comes with a whole operation is not said twice.
 */
export function contractChanges(
  base: InterfaceSpec,
  head: InterfaceSpec,
  renames: Renames,
): readonly ContractChange[] {
  const [before, after] = [dtoUsers(base), dtoUsers(head)];
  const names = { properties: nameMap(renames.properties), dtos: nameMap(renames.dtos) };
  const moved = nameMap(renames.operations);
  const properties = [...base.dtos.values()].flatMap((old) => {
    const name = names.dtos.get(old.name) ?? old.name;
    const now = head.dtos.get(name);
    const use = staying(after(name), before(old.name), moved);
    if (now === undefined || use.taken.length + use.shown.length === 0) return [];
    return propertyChanges(old, now, use, names);
  });
  return [...operationChanges(base, head, moved, names.dtos), ...properties];
}

/** What both sides take and show, and an operation that moved is on both. */
function staying(now: DtoUse, old: DtoUse, moved: NameMap): DtoUse {
  const kept = (all: readonly Operation[], others: readonly Operation[]): readonly Operation[] => {
    const keys = new Set(others.map(({ key }) => moved.get(key) ?? key));
    return all.filter(({ key }) => keys.has(key));
  };
  return { taken: kept(now.taken, old.taken), shown: kept(now.shown, old.shown) };
}

function operationChanges(
  base: InterfaceSpec,
  head: InterfaceSpec,
  renamed: NameMap,
  dtos: NameMap,
): readonly ContractChange[] {
  const nameOf = (dto: string | null): string | null => (dto === null ? null : (dtos.get(dto) ?? dto));
  const came = [...head.operations.values()].filter(({ key }) => !base.operations.has(key));
  const found: ContractChange[] = [];
  for (const old of base.operations.values()) {
    const now = head.operations.get(old.key);
    const calls = [callOf(old)];
    if (now === undefined) {
      const moved =
        came.find(({ key }) => key === renamed.get(old.key)) ??
        came.find(({ provider }) => provider !== null && provider.path === old.provider?.path);
      if (moved !== undefined) came.splice(came.indexOf(moved), 1);
      const forwarded = head.forwards?.has(old.key) === true;
      const effect =
        moved === undefined
          ? "operation removed"
          : forwarded
            ? "operation moved, its old path is deprecated"
            : "operation moved";
      found.push({ effect, name: old.key, to: moved?.key ?? null, breaking: true, calls });
      continue;
    }
    const caller = callerOf(now);
    if (caller !== callerOf(old))
      found.push({
        effect: "other caller",
        name: old.key,
        to: caller,
        breaking: loses(old, now),
        calls,
      });
    if (now.body !== nameOf(old.body))
      found.push({
        effect: "other request",
        name: old.key,
        to: now.body,
        breaking: now.body !== null,
        calls,
      });
    if (now.response !== nameOf(old.response))
      found.push({ effect: "other response", name: old.key, to: now.response, breaking: true, calls });
  }
  for (const now of came)
    found.push({ effect: "operation added", name: now.key, to: null, breaking: false, calls: [callOf(now)] });
  return found;
}

/** "anyone", "admin", "admin.supervisor, admin.director only". */
function callerOf({ actor, places }: Operation): string {
  if (actor === null) return "anyone";
  return places === undefined
    ? actor
    : `${places.map((each) => `${actor}.${each.split(".")[1]}`).join(", ")} only`;
}

/** Whether somebody who might call an operation may no longer. */
function loses(old: Operation, now: Operation): boolean {
  if (now.actor === null) return false;
  if (now.actor !== old.actor) return true;
  const allowed = now.places;
  return allowed !== undefined && old.places?.every((each) => allowed.includes(each)) !== true;
}

interface NewNames {
  readonly properties: NameMap;
  readonly dtos: NameMap;
}

function propertyChanges(old: Dto, now: Dto, use: DtoUse, names: NewNames): readonly ContractChange[] {
  const calls = [...new Set([...use.taken, ...use.shown].map(callOf))];
  const change = (
    effect: ContractChange["effect"],
    property: string,
    breaking: boolean,
    to: string | null = null,
  ): ContractChange => ({ effect, name: `${old.name}.${property}`, to, breaking, calls });
  const find = (dto: Dto, name: string): DtoProperty | undefined =>
    dto.properties.find((each) => each.name === name);
  const renamed = new Set<string>();
  const found = old.properties.flatMap((property) => {
    const to = names.properties.get(`${old.name}.${property.name}`);
    if (to !== undefined && find(now, to) !== undefined) {
      renamed.add(to);
      return [change("property renamed", property.name, true, to)];
    }
    const same = find(now, property.name);
    if (same === undefined) return [change("property removed", property.name, true)];
    return typeChanges({ ...property, type: typeUnder(property.type, names.dtos) }, same, use).map(
      ([effect, breaking, type]) => change(effect, property.name, breaking, type),
    );
  });
  const added = now.properties
    .filter(({ name }) => find(old, name) === undefined && !renamed.has(name))
    .map(({ name, optional, type }) =>
      change("property added", name, use.taken.length > 0 && !optional, type),
    );
  return [...found, ...added];
}

const NONE: ReadonlySet<string> = new Set();

type TypeChange = readonly [effect: ContractChange["effect"], breaking: boolean, type: string | null];

/** A type as it reads with the new names of DTOs. */
function typeUnder(type: string, dtos: NameMap): string {
  return type.replace(/\bI\w+(?:\.\w+)*/g, (name) => dtos.get(name) ?? name);
}

/** Wider is harmless in what is taken, narrower in what is shown. */
function typeChanges(old: DtoProperty, now: DtoProperty, use: DtoUse): readonly TypeChange[] {
  const [taken, shown] = [use.taken.length > 0, use.shown.length > 0];
  const found: TypeChange[] = [];
  if (!old.optional && now.optional) found.push(["now optional", shown, null]);
  if (old.optional && !now.optional) found.push(["now required", taken, null]);
  const [before = NONE, after = NONE] = [old, now].map(
    ({ type }) => new Set(unionParts(type.replace(/\s+/g, " "))),
  );
  if (!before.has("null") && after.has("null")) found.push(["now nullable", shown, null]);
  if (before.has("null") && !after.has("null")) found.push(["no longer nullable", taken, null]);
  if (sameBut(before, after)) return found;
  const limits = limitChanges(...unlimited(before, after));
  if (limits === null) return [...found, ["other type", true, now.type]];
  return [
    ...found,
    ...limits.map((effect): TypeChange => [effect, taken && effect === "limits tightened", now.type]),
  ];
}

/** Both types without being nullable or undefined, in one line each. */
function unlimited(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly [string, string] {
  const own = (set: ReadonlySet<string>): string =>
    [...set].filter((part) => part !== "null" && part !== "undefined").join(" | ");
  return [own(before), own(after)];
}

/** Whether two unions differ in nothing but being nullable or undefined. */
function sameBut(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const own = (set: ReadonlySet<string>): string =>
    [...set]
      .filter((part) => part !== "null" && part !== "undefined")
      .sort()
      .join("|");
  return own(before) === own(after);
}
