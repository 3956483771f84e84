import { ts } from "ts-morph";
import type { Names } from "../../spec/names.js";
import type { Cause, Deadness } from "./deadness.js";

/** SQL that is written out names tables and columns where no compiler looks. */
export function seedRawQueries(state: Deadness, removed: Names): void {
  for (const method of METHODS) {
    for (const place of state.view.placesOf(method)) {
      const query = queryOf(place);
      if (query !== null) seedQuery(state, query, removed);
    }
  }
}

const METHODS = ["$queryRaw", "$queryRawUnsafe", "$executeRaw", "$executeRawUnsafe"];

type RawQuery = ts.CallExpression | ts.TaggedTemplateExpression;

function queryOf(name: ts.Node): RawQuery | null {
  const access = name.parent;
  if (!ts.isPropertyAccessExpression(access) || access.name !== name) return null;
  const query = access.parent;
  if (ts.isTaggedTemplateExpression(query)) return query;
  return ts.isCallExpression(query) && query.expression === access ? query : null;
}

/** A query of removed tables only is itself removed; what it does to others is for a person to say. */
function seedQuery(state: Deadness, query: RawQuery, removed: Names): void {
  const words = new Set(query.getText().match(/\w+/g));
  const tables = [...state.database.models.values()].filter((model) => words.has(model.table));
  const gone = tables.find((model) => removed.models.includes(model.name));
  if (gone !== undefined) {
    const cause: Cause = { cause: gone.name, how: "queries" };
    if (tables.every((model) => removed.models.includes(model.name))) return state.absentify(query, cause);
    return state.ask("raw query", query, cause);
  }
  for (const model of tables) {
    const column = model.fields.find(
      (field) => words.has(field.name) && removed.fields.includes(`${model.name}.${field.name}`),
    );
    if (column !== undefined)
      return state.ask("raw query", query, { cause: `${model.name}.${column.name}`, how: "queries" });
  }
}
