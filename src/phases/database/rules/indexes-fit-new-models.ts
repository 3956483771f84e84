import type { ChangeOf } from "../../../change/change.js";
import type { Finding, Rule } from "../../../model/loop/finding.js";
import { nearestFirst } from "../../../model/loop/nearest-first.js";
import { modelsNamed } from "../../../plan/models-named.js";
import type { DatabaseSpec } from "../../../spec/database/database-spec.js";
import { endsWith, sameWords, wordsOf } from "../../../spec/words.js";
import { changePath } from "../../holds-changes.js";
import type { DatabaseDesign } from "../database-design.js";

/** An index of a model that the same answer adds is over what that model has: one of the two names may be wrong. */
export function indexesFitNewModels(database: DatabaseSpec, actors: readonly string[]): Rule<DatabaseDesign> {
  return ({ changes }) => {
    const added = changes.flatMap(({ change }, index) =>
      change.kind === "add-model" ? [{ model: change, path: changePath(index) }] : [],
    );
    return changes.flatMap(({ change }, index): readonly Finding[] => {
      if (
        change.kind !== "add-index" ||
        modelsNamed(change.on.model, wordsOf(change.on.model), database).length > 0
      )
        return [];
      const of = added.find(({ model }) => endsWith(wordsOf(change.on.model), wordsOf(model.name)));
      if (of === undefined) return [];
      const known = namesIn(of.model, actors);
      return change.on.fields.flatMap((field, at) => {
        if (known.some((name) => isCalled(field, name))) return [];
        const path = `${changePath(index)}.on.fields[${at}]`;
        const names = [...new Set(known.map((name) => (name === of.model.of ? lastWord(name) : name)))];
        const expected = `a field of ${of.model.name}`;
        const wrong: Finding = {
          path,
          expected,
          found: field,
          candidates: nearestFirst(field, names),
          advice: null,
          by: "rule",
        };
        return [wrong, ...otherPlace(field, of, change, database)];
      });
    });
  };
}

/** What the rows of a new model have, as far as its change says it. */
function namesIn(
  { of, fields, access }: ChangeOf<"add-model">,
  actors: readonly string[],
): readonly string[] {
  // Rows lead to who makes them, unless a field says so under a name of its own.
  const callers = access.flatMap(({ actor }) =>
    actor === null || !actors.includes(actor) || fields.some(({ type }) => isCalled(type.name, actor))
      ? []
      : [actor],
  );
  return [...fields.map(({ name }) => name), ...(of === null ? [] : [of]), ...callers, ...EACH];
}

const EACH = ["id", "created_at", "updated_at", "deleted_at"];

/** A field, the relation of that name, or the column that keeps it. */
function isCalled(field: string, name: string): boolean {
  const words = wordsOf(field.replace(/_?id$/i, ""));
  return (
    field === name ||
    sameWords(words, wordsOf(name)) ||
    endsWith(words, wordsOf(name)) ||
    endsWith(wordsOf(name), words)
  );
}

function lastWord(name: string): string {
  return wordsOf(name).at(-1) ?? name;
}

/** The model may be what is wrong: it lacks what it is of, or one of its fields is called otherwise than it should. */
function otherPlace(
  field: string,
  { model, path }: { readonly model: ChangeOf<"add-model">; readonly path: string },
  { on }: ChangeOf<"add-index">,
  database: DatabaseSpec,
): readonly Finding[] {
  const advice = `The index is over "${field}".`;
  const parents = model.of === null ? modelsNamed(field, wordsOf(field.replace(/_?id$/i, "")), database) : [];
  if (parents.length > 0)
    return [
      {
        path: `${path}.of`,
        expected: "the model that its rows are of, if the index is right",
        found: null,
        candidates: parents,
        advice,
        by: "rule",
      },
    ];
  const free = model.fields.map(({ name }) => name).filter((name) => !on.fields.includes(name));
  const [meant] = nearestFirst(field, free);
  const at = model.fields.findIndex(({ name }) => name === meant);
  if (at === -1) return [];
  return [
    {
      path: `${path}.fields[${at}].name`,
      expected: "the name that the index says, if that is right",
      found: meant,
      candidates: [field],
      advice,
      by: "rule",
    },
  ];
}
