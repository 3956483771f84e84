import { printChange } from "../../change/forms.js";
import type { ChangeConstraint } from "../../change/kinds/change-constraint.js";
import type { Limits } from "../../spec/interface/limits.js";
import { withTags } from "../../generate/add/add-to-dtos.js";
import { limitsInTests, type NewLimits } from "../../generate/limits/limits-in-tests.js";
import type { Notice } from "../../generate/notice.js";
import type { Backend } from "../../source/backend.js";
import { spliceFiles } from "../../source/splice-files.js";
import { type Carrier } from "../../spec/carried-by.js";
import { limitsIn, withLimits } from "../../spec/interface/limits-in-type.js";
import { bareParts } from "../../spec/interface/property-type.js";
import { replaceType } from "../../spec/interface/replace-type.js";
import type { Narrowing } from "../../spec/narrowings.js";
import { NO_NAMES } from "../../spec/names.js";
import { readSpec, type Spec } from "../../spec/spec.js";
import { useOf, wordOf } from "../field/choose-carriers.js";
import type { Found } from "../found.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { staleDocuments } from "../stale-documents.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { findProperty, type FoundProperty } from "./find-property.js";
import { limitProblem, senseProblem } from "./limit-problem.js";

/** Plans other limits of a property's values, in the DTOs that callers write where nothing is said. */
export function planConstraint(backend: Backend, change: ChangeConstraint): Planned {
  const senseless = change.to === null ? null : senseProblem(change.to);
  if (senseless !== null) return { kind: "refused", ...senseless };
  const spec = readSpec(backend);
  const found = findLimited(change, spec);
  if (!found.ok) return found.ending;
  const { limited } = found.value;
  const problem = limited.flatMap((each) => limitProblem(backend, each, change.to) ?? [])[0];
  if (problem !== undefined) return { kind: "refused", ...problem };
  const changed = limited.filter(({ property }) => withLimits(property.type, change.to) !== property.type);
  if (changed.length === 0) {
    const names = limited.map(({ dto, property }) => `${dto.name}.${property.name}`).join(", ");
    return { kind: "nothing-to-do", reason: `${names}: the limits are so already.`, nearest: [] };
  }
  return planOf(backend, change, spec, found.value, changed);
}

/** The properties that a line means: those of one DTO, those that it names, or those that say limits to callers. */
function findLimited(
  change: ChangeConstraint,
  spec: Spec,
): Found<FoundProperty & { readonly limited: readonly Carrier[] }> {
  const dto = spec.api.dtos.get(change.of);
  const model = dto?.model == null ? undefined : spec.database.models.get(dto.model);
  const own = dto?.properties.find(({ name }) => name === change.name);
  if (dto !== undefined && own !== undefined && model !== undefined) {
    const all = findProperty({ ...change, of: model.name }, spec);
    if (!all.ok) return all;
    return { ok: true, value: { ...all.value, limited: [{ dto, property: own }] } };
  }
  const found = findProperty(
    dto === undefined || model === undefined ? change : { ...change, of: model.name },
    spec,
  );
  if (!found.ok) return found;
  const { carriers } = found.value;
  const chosen = carriers.filter((carrier) =>
    change.in === null ? isLimited(carrier) : change.in.includes(wordOf(carrier.dto)),
  );
  const known = [...new Set(carriers.map((each) => wordOf(each.dto)))];
  const unknown = change.in?.find((word) => !known.includes(word));
  if (chosen.length > 0 && unknown === undefined)
    return { ok: true, value: { ...found.value, limited: chosen } };
  const where = unknown === undefined ? "in what callers write" : `in ${unknown}`;
  const reason = `${found.value.model.name} has no "${change.name}" ${where}; it is in ${known.join(", ")}: say … in ${known[0] ?? "read"}.`;
  return { ok: false, ending: { kind: "nothing-to-do", reason, nearest: [] } };
}

/** What is shown has limits only where it says some: rows may be older than a limit. */
function isLimited({ dto, property }: Carrier): boolean {
  return useOf(dto) !== "read" || Object.keys(limitsIn(property.type)).length > 0;
}

function planOf(
  backend: Backend,
  change: ChangeConstraint,
  spec: Spec,
  { model, field, carriers: all }: FoundProperty,
  changed: readonly Carrier[],
): Planned {
  const limits: NewLimits = {
    field: { name: field?.name ?? "", model },
    carried: all.map(({ dto, property }) => ({
      dto: dto.name,
      path: dto.path,
      property: property.name,
      span: property.span,
      search: false,
      type: property.type,
    })),
    changed: new Map(changed.map((carrier) => [keyOf(carrier), limitsOf(carrier, change.to)])),
  };
  const tests = limitsInTests(backend, spec.database, limits);
  const [unclear] = tests.unclear;
  if (unclear !== undefined)
    return {
      kind: "refused",
      reason: `${unclear.path}:${unclear.line} cannot follow by rule: ${unclear.why}.`,
      remedy: "Change or remove that test first, then ask again.",
    };
  const splices = changed.flatMap(({ dto, property }) => {
    const splice = replaceType(
      backend.files.get(dto.path)?.text ?? "",
      property,
      withLimits(property.type, change.to),
    );
    return splice === null ? [] : [{ path: dto.path, ...splice }];
  });
  const edits = [...spliceFiles(backend, splices, withTags), ...tests.edits];
  const cause = `${model.name}.${change.name}`;
  const how = (path: string): string =>
    tests.edits.some((each) => each.path === path) ? "sends" : "declares";
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      narrowings:
        field === null || field.relation !== null
          ? []
          : narrowingsOf(model.name, field.name, changed, change.to),
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, [{ cause, how: how(path) }]))),
      notices: [
        ...tooLong(model.path, field, change.to),
        ...staleDocuments(backend, { ...NO_NAMES, dtos: changed.map(({ dto }) => dto.name) }),
      ],
    },
    edits: () => edits,
  };
}

function keyOf({ dto, property }: Carrier): string {
  return `${dto.name}.${property.name}`;
}

function limitsOf({ property }: Carrier, to: Limits | null): { before: Limits; after: Limits; type: string } {
  const type = withLimits(property.type, to);
  return { before: limitsIn(property.type), after: limitsIn(type), type: bareParts({ type }).join(" | ") };
}

/** Rows that stand are shown, and what is shown is looked at too. */
function narrowingsOf(
  model: string,
  field: string,
  changed: readonly Carrier[],
  to: Limits | null,
): readonly Narrowing[] {
  if (to === null || !changed.some(({ dto }) => useOf(dto) === "read")) return [];
  const own = { model, field };
  const bound = (of: "value" | "length", least?: number, most?: number): Narrowing[] =>
    least === undefined && most === undefined
      ? []
      : [{ ...own, to: { kind: "bound", of, least: least ?? null, most: most ?? null } }];
  return [
    ...bound("value", to.min, to.max),
    ...bound("length", to.minLength, to.maxLength),
    ...(to.pattern === undefined ? [] : [{ ...own, to: { kind: "pattern", pattern: to.pattern } } as const]),
    ...(to.format === undefined ? [] : [{ ...own, to: { kind: "format", format: to.format } } as const]),
  ];
}

/** A column may hold fewer letters than callers may send. */
function tooLong(path: string, field: FoundProperty["field"], to: Limits | null): readonly Notice[] {
  const size = field?.attributes.find(({ name }) => name === "db.VarChar" || name === "db.Char")?.argument;
  const most = to === null ? Infinity : to.maxLength;
  if (size === undefined || most === undefined || most <= Number(size)) return [];
  const text = `the column ${field?.name ?? ""} holds ${size} letters at most, and callers may send more`;
  return [{ kind: "lost-limit", path, line: null, text }];
}
