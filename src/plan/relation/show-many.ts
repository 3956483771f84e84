import { printChange } from "../../change/forms.js";
import type { AddMany } from "../../change/kinds/add-many.js";
import { addToDtos } from "../../generate/add/add-to-dtos.js";
import type { NewField } from "../../generate/add/new-field.js";
import type { ComputedField } from "../../generate/computed/computed.js";
import { computeInCode } from "../../generate/computed/computed-in-code.js";
import { type RowView, rowViews } from "../../generate/computed/row-view.js";
import { partsOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Known } from "../../generate/create/known.js";
import type { Junction } from "../../generate/many/junction.js";
import { manyInTests } from "../../generate/many/many-in-tests.js";
import type { Notice } from "../../generate/notice.js";
import { composeEdits } from "../../source/compose-edits.js";
import { applyEdits } from "../../source/apply-edits.js";
import type { Edit } from "../../source/edit.js";
import { deletedColumn } from "../../spec/database/deleted-column.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec } from "../../spec/spec.js";
import { ownWords } from "../../spec/words.js";
import { chooseCarriers } from "../field/choose-carriers.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { loopProblem } from "../property/loop-problem.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";

/** What of a relation to many rows is made: the table, and how callers fill it. */
export interface WrittenMany {
  readonly base: Known;
  readonly junction: Junction;
  readonly ids: NewField;
  readonly written: readonly Edit[];
  readonly notices: readonly Notice[];
}

/** The rest of the plan, on what is written: how the rows are shown, and how a test ties some. */
export function showMany(change: AddMany, many: WrittenMany, after: Known): Planned {
  const known: Known = { ...after, ...readSpec(after.backend) };
  const { junction, ids, written, base } = many;
  const field = shownField(change, many, known);
  if ("reason" in field) return { kind: "refused", ...field };
  const code = field.carriers.length === 0 ? null : computeInCode(field, known);
  const [unclear] = code?.unclear ?? [];
  if (unclear !== undefined)
    return {
      kind: "refused",
      reason: `${unclear.path}:${unclear.line} cannot be followed by rule: ${unclear.why}.`,
      remedy: "Say which DTOs carry the relation (… in create, update), or change that place by hand first.",
    };
  const shown = code === null ? [] : [...addToDtos(known.backend, known, [field]), ...code.edits];
  const tests = testsOf(field, many, applied(known, shown));
  const edits = composeEdits([written, shown, tests]);
  const properties = [...ids.carriers, ...field.carriers].map(
    ({ dto, property }) => `${dto.name}.${property}`,
  );
  const { table } = junction.model;
  const ends = [junction.own, junction.other].map(({ target, opposite }) => `${target.name}.${opposite}`);
  const how = (path: string): string =>
    path.endsWith(".prisma")
      ? "declares"
      : path.startsWith("test/features/")
        ? "checks"
        : (code?.reasons.get(path) ?? (path.startsWith("src/api/") ? "declares" : "writes"));
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: { ...NO_NAMES, models: [table], fields: ends, properties },
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, [{ cause: table, how: how(path) }]))),
      notices: [
        ...many.notices,
        ...(tests.length > 0 ? [] : [untested(change, junction)]),
        ...staleDocuments(
          base.backend,
          { ...NO_NAMES, models: [ids.model.name], dtos: ids.carriers.map(({ dto }) => dto.name) },
          `It does not show ${table}`,
        ),
      ],
    },
    edits: () => edits,
  };
}

function applied(known: Known, edits: readonly Edit[]): Known {
  const backend = applyEdits(known.backend, edits);
  return { ...known, backend, ...readSpec(backend) };
}

function untested({ name }: AddMany, { model }: Junction): Notice {
  return {
    kind: "repository",
    path: model.path,
    line: null,
    text: `No test makes rows that ${name} could be`,
  };
}

function testsOf(field: ComputedField, { ids }: WrittenMany, known: Known): readonly Edit[] {
  const named = (use: string): string | null =>
    ids.carriers.find((each) => each.use === use)?.property ?? null;
  const created = named("create");
  const [carrier] = field.carriers;
  if (created === null || carrier === undefined) return [];
  const { model, computed } = field;
  const target = known.database.models.get(computed.through?.target ?? "");
  return target === undefined
    ? []
    : manyInTests({ model, target, shown: carrier.property, created, updated: named("update") }, known);
}

/** The list of the other rows in what is read. */
function shownField(
  { name, carriers: wanted }: AddMany,
  { junction, base }: WrittenMany,
  known: Known,
): ComputedField | { readonly reason: string; readonly remedy: string } {
  const { database } = known;
  const { own, other, model: table } = junction;
  const model = database.models.get(own.target.name);
  const target = database.models.get(other.target.name);
  const rows = database.models.get(table.table);
  const relation = model?.fields.find((each) => each.name === own.opposite);
  if (model === undefined || target === undefined || rows === undefined || relation === undefined)
    return { reason: `${table.table} was not found where it was written.`, remedy: "Mend the schema first." };
  const words = wanted ?? ["read", "create", "update"];
  const carriers = chooseCarriers(name, model, words, known).carriers.filter(({ use }) => use === "read");
  const views = rowViews(target, known);
  const loops = views.map((each) => loopProblem(each, carriers, known));
  const view = views.find((_, index) => loops[index] === null);
  if (view === undefined && carriers.length > 0)
    return (
      loops[0] ?? {
        reason: `Nothing says by rule how a row of ${target.name} is shown inside of another one.`,
        remedy: "Let callers say it without seeing it: … in create, update.",
      }
    );
  const gone = deletedColumn(target.fields);
  const noun = singularOf(ownWords(base.database.models.keys()).get(model.name) ?? partsOf(model.name)).join(
    " ",
  );
  const said = partsOf(name).join(" ");
  return {
    model,
    name,
    type: { name: "int", values: [], optional: false },
    default: null,
    carriers,
    doc: `${said.charAt(0).toUpperCase()}${said.slice(1)} of the ${noun}.`,
    stands: true,
    shows: { type: `${view?.dto.name ?? ""}[]`, dto: view?.dto ?? null },
    computed: {
      how: "list",
      relation,
      target: rows,
      alive: null,
      order: rows.fields.find((each) => /^created_?at$/i.test(each.name))?.name ?? null,
      view: view === undefined ? null : throughRelation(view, other.name),
      through: { relation: other.name, target: target.name, alive: gone?.name ?? null },
    },
  };
}

/** How a row is shown that another one leads to. */
function throughRelation(view: RowView, relation: string): RowView {
  const { selecting, transformer } = view;
  const inner =
    transformer !== null ? `${transformer.name}.select()` : selecting === "" ? "true" : `{ ${selecting} }`;
  return {
    ...view,
    selecting: `select: { ${relation}: ${inner} }`,
    value: (row) => view.value(`${row}.${relation}`),
  };
}
