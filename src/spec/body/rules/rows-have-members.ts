import { namesInPath } from "../../expression/make.js";
import type { Model } from "../../database/database-spec.js";
import { placesIn, type Place } from "../../rules/places.js";
import { unknownName, type Violation } from "../../rules/violation.js";
import { nearestNames } from "../../../util/nearest-names.js";
import type { Query, Shape } from "../query.js";
import type { Scope } from "../scope.js";
import { selectedNames } from "./selected-names.js";

/** What is used of a row was read with it. Where it was not selected, that is told at the selections as well. */
export function rowsHaveMembers(tree: unknown, { models }: Scope, at: string): readonly Violation[] {
  const places = placesIn(tree, at);
  const rows = rowsIn(places, models);
  const found = places.flatMap((place) => {
    const use = useOf(place);
    const row = use === null ? undefined : rows.get(use.name);
    return use === null || row === undefined || row.members.includes(use.member) ? [] : [{ use, row }];
  });
  const unread = found.map(({ use, row }) =>
    unknownName(
      use.path,
      `a member of ${use.name}`,
      `${use.name}.${use.member}`,
      row.members.map((each) => `${use.name}.${each}`),
    ),
  );
  const unselected = found.flatMap(({ use, row }): readonly Violation[] =>
    row.selections !== null && row.model.fields.some(({ name }) => name === use.member)
      ? [
          {
            path: row.selections,
            expected: `at least one selection, of ${use.member}`,
            found: row.members.join(", "),
            candidates: [],
            advice: `${use.name}.${use.member} is used and was not selected.`,
          },
        ]
      : [],
  );
  return [...unread, ...unselected, ...idleSelections(places, found), ...otherModels(places, found, models)];
}

/** What is selected and never used may be meant to be what is used and was not selected. */
function idleSelections(
  places: readonly Place[],
  found: readonly { readonly use: Use; readonly row: Row }[],
): readonly Violation[] {
  const uses = places.flatMap((place) => useOf(place) ?? []);
  return [...new Set(found.map(({ row }) => row))].flatMap((row) => {
    const own = found.filter((each) => each.row === row);
    const used = uses.filter(({ name }) => name === own[0]?.use.name).map(({ member }) => member);
    const missing = [...new Set(own.map(({ use }) => use.member))];
    if (row.selections === null) return [];
    return places.flatMap(({ node, path }) => {
      const isOwn = node.kind === "column" && path.startsWith(`${row.selections ?? ""}[`);
      const name = String(node["name"]);
      if (!isOwn || used.includes(name)) return [];
      const advice = `Nothing uses ${name}, and ${missing.join(", ")} was not selected.`;
      return [
        { path: `${path}.name`, expected: "a column that is used", found: name, candidates: missing, advice },
      ];
    });
  });
}

/** Where all that is used of a row is in other models, it may be read from the wrong one. */
function otherModels(
  places: readonly Place[],
  found: readonly { readonly use: Use; readonly row: Row }[],
  models: Scope["models"],
): readonly Violation[] {
  const uses = places.flatMap((place) => useOf(place) ?? []);
  return [...new Map(found.map(({ row, use }) => [row, use.name]))].flatMap(([row, name]) => {
    const members = [...new Set(uses.flatMap((use) => (use.name === name ? [use.member] : [])))];
    const fitting = [...models.values()].filter(({ fields }) =>
      members.every((member) => fields.some((field) => field.name === member)),
    );
    if (row.selections !== null || fitting.length === 0) return [];
    return [
      {
        path: row.place,
        expected: `a model that has ${members.join(", ")}`,
        found: row.model.name,
        candidates: nearestNames(
          row.model.name,
          fitting.map((each) => each.name),
        ),
        advice: `That is what is used of ${name}.`,
      },
    ];
  });
}

interface Row {
  /** Where its model is named. */
  readonly place: string;
  readonly model: Model;
  readonly members: readonly string[];
  /** Where its members are selected; null where they are not. */
  readonly selections: string | null;
}

/** The variables that hold one row of which it is known what was read; a name that is declared twice is not followed. */
function rowsIn(places: readonly Place[], models: Scope["models"]): ReadonlyMap<string, Row> {
  const declared = places.flatMap(({ node }) =>
    [node["result"], node["name"]].filter((each) => typeof each === "string"),
  );
  const rows = places.flatMap(({ node, path }): readonly (readonly [string, Row])[] => {
    const result = node["result"];
    if (node.kind !== "query" || typeof result !== "string") return [];
    const query = node["query"] as Query;
    const model = models.get(query.model);
    if (model === undefined || !["find", "create", "update"].includes(query.kind) || !("shape" in query))
      return [];
    const members = membersOf(query.shape, model);
    if (members === null || declared.filter((each) => each === result).length > 1) return [];
    const selections = query.shape.kind === "select" ? `${path}.query.shape.selections` : null;
    return [[result, { place: `${path}.query.model`, model, members, selections }]];
  });
  return new Map(rows);
}

function membersOf(shape: Shape, { fields }: Model): readonly string[] | null {
  const columns = fields.filter(({ relation }) => relation === null).map(({ name }) => name);
  switch (shape.kind) {
    case "all":
      return columns;
    case "transformer":
      return null;
    case "select":
      return selectedNames(shape.selections);
    case "include":
      return [...columns, ...selectedNames(shape.selections)];
  }
}

interface Use {
  readonly name: string;
  readonly member: string;
  readonly path: string;
}

/** The first two names of a chain, as one or step by step; null for anything else. */
function useOf({ node, path }: Place): Use | null {
  const from = node.kind === "unpack" ? null : node["from"];
  if (typeof from === "string") {
    const [name = "", member] = namesInPath(from);
    return member === undefined ? null : { name, member, path: `${path}.from` };
  }
  const owner = node["object"];
  if (node.kind !== "property" || typeof owner !== "object" || owner === null || !("kind" in owner))
    return null;
  const name: unknown = owner.kind === "name" ? Reflect.get(owner, "name") : Reflect.get(owner, "from");
  const member = node["name"];
  if (typeof name !== "string" || typeof member !== "string" || name.includes(".")) return null;
  return { name, member, path: `${path}.name` };
}
