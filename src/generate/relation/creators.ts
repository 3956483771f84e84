import { ts } from "ts-morph";
import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec, Model } from "../../spec/database/database-spec.js";
import type { Actor } from "../create/conventions/actors.js";
import { isCreation } from "../add/is-creation.js";
import { LiteralOwners } from "../add/literal-owners.js";
import { Makers } from "../add/makers.js";
import type { NewField } from "../add/new-field.js";
import { valueProgram } from "../add/value-program.js";

/** A place that makes rows, and on whose behalf; null among the actors stands for nobody. */
export interface Creation {
  readonly path: string;
  readonly line: number;
  readonly actors: ReadonlySet<string | null>;
}

/** Where rows of models are made. */
export function creationsOf(
  backend: Backend,
  database: DatabaseSpec,
  models: readonly Model[],
  actors: readonly Actor[],
): ReadonlyMap<Model, readonly Creation[]> {
  const fields = models.map((model) => fieldOf(model, actors));
  const { program, paths, named } = valueProgram(backend, database, fields);
  const owners = new LiteralOwners(program, fields);
  const makers = new Makers(program, named, actors);
  const found = new Map<Model, Creation[]>(models.map((model) => [model, []]));
  for (const path of paths) {
    const file = program.file(path);
    if (file === undefined || !path.startsWith("src/")) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isObjectLiteralExpression(node))
        for (const owner of owners.of(node)) {
          if (owner.kind !== "query" || owner.role !== "data" || !isCreation(node)) continue;
          const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
          found.get(owner.field.model)?.push({ path, line, actors: makers.actorsAt(node) });
        }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** A field that nobody carries, so that only queries are looked at. */
function fieldOf(model: Model, actors: readonly Actor[]): NewField {
  return {
    model,
    name: "",
    type: { name: "uuid", values: [], optional: true },
    default: null,
    carriers: [],
    key: { relation: "", target: model, maker: actors[0] ?? null },
  };
}
