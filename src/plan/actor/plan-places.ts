import type { ts } from "ts-morph";
import { printChange } from "../../change/forms.js";
import type { ChangeAccess } from "../../change/kinds/change-access.js";
import { lineAt } from "../../errors/spec-error.js";
import { authorizeFile, keyOfPayload } from "../../generate/actor/authorize.js";
import { readPlaces } from "../../generate/actor/payload.js";
import { addPlaceCheck, type Asked } from "../../generate/actor/place-check.js";
import { placeHelper, printPlaceHelper } from "../../generate/actor/place-helper.js";
import { printPlaceTest } from "../../generate/actor/place-test.js";
import { placesInTests } from "../../generate/actor/places-in-tests.js";
import { readCodeStyle } from "../../generate/create/code/code-style.js";
import { readActors } from "../../generate/create/conventions/actors.js";
import type { Known } from "../../generate/create/known.js";
import type { Notice } from "../../generate/notice.js";
import { functionNamed } from "../../generate/operation/local-names.js";
import { wholeLine } from "../../generate/operation/retell.js";
import type { Backend } from "../../source/backend.js";
import { composeEdits } from "../../source/compose-edits.js";
import type { Edit } from "../../source/edit.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Operation } from "../../spec/interface/interface-spec.js";
import { type PlaceCheck, placeChecks } from "../../spec/interface/read-places.js";
import { readSpec } from "../../spec/spec.js";
import { type Found, refuse } from "../found.js";
import { findOperation } from "../operation/find-operation.js";
import { otherCaller } from "../operation/other-caller.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { createStep, editStep, inLayerOrder } from "../steps-of.js";
import type { FoundPlaces } from "./find-places.js";

/** An operation with the function that does its work. */
interface Worked {
  readonly known: Known;
  readonly operation: Operation;
  readonly actor: string;
  readonly owner: ts.FunctionDeclaration;
}

/** Plans that an operation is for some places of its actor, and no others. */
export function planPlaces(backend: Backend, change: ChangeAccess, places: FoundPlaces): Planned {
  const worked = workOf(backend, change);
  if (!worked.ok) return worked.ending;
  const { known, operation, actor, owner } = worked.value;
  const asked: Asked = { actor, attribute: places.attribute, values: places.values };
  const path = owner.getSourceFile().fileName;
  const other =
    operation.provider === null ? null : otherCaller(operation.provider, operation.controller.path, known);
  if (other !== null)
    return {
      kind: "refused",
      reason: `${other.path}:${other.line} calls ${operation.provider?.name} for its own caller.`,
      remedy: "Let it do its work without that first.",
    };
  const check = addPlaceCheck(owner, asked, readCodeStyle(known), known);
  if (check === null)
    return {
      kind: "refused",
      reason: `${path} is not told which ${actor} calls it.`,
      remedy: `Hand it the ${actor} first: let the route pass him on as ${actor}.`,
    };
  const tests = testEdits(operation, asked, places.rest[0] ?? null, known);
  const edits = [
    ...spliceFiles(
      backend,
      check.map((each) => ({ path, ...each })),
    ),
    ...tests.edits,
  ];
  const who = `only for ${places.values.map((each) => `${actor}.${each}`).join(", ")}`;
  return planOf(change, operation, edits, who, tests.notices);
}

/** Plans that an operation is for all of its actor again. */
export function planAllPlaces(backend: Backend, change: ChangeAccess): Planned {
  const worked = workOf(backend, change);
  if (!worked.ok) return worked.ending;
  const { known, operation, actor, owner } = worked.value;
  const path = owner.getSourceFile().fileName;
  const checks = placeChecks(owner, actor);
  const edits = [
    ...spliceFiles(
      backend,
      checks.map(({ statement }) => ({ path, ...withBlank(statement), text: "" })),
    ),
    ...withoutTest(operation, actor, checks, known),
  ];
  const dropped = checks.map(({ statement }): Notice => {
    const text = statement.getText().replace(/\s+/g, " ");
    return {
      kind: "dropped-guard",
      path,
      line: lineAt(backend.files.get(path)?.text ?? "", statement.getStart()),
      text,
    };
  });
  return planOf(change, operation, edits, `for every ${actor}`, dropped);
}

function workOf(backend: Backend, change: ChangeAccess): Found<Worked> {
  const known: Known = { backend, ...readSpec(backend) };
  const found = findOperation(change.method, change.path, known.api);
  if (!found.ok) return found;
  const operation = found.value;
  const { provider, actor, controller, key } = operation;
  const file = backend.files.get(provider?.path ?? "");
  const owner =
    file === undefined || provider === null ? null : functionNamed(parseTypescript(file), provider.name);
  if (owner === null || actor === null)
    return refuse(`${controller.path} does the work of ${key} itself.`, "Change that file by hand.");
  return { ok: true, value: { known, operation, actor, owner } };
}

/** Tests call it from a place that may; another one shows who may not. */
function testEdits(
  operation: Operation,
  asked: Asked,
  refused: string | null,
  known: Known,
): { readonly edits: readonly Edit[]; readonly notices: readonly Notice[] } {
  const { backend, database } = known;
  const model = readActors(known).find(({ name }) => name === asked.actor)?.model ?? null;
  const authorize = authorizeFile(asked.actor, backend);
  const key = model === null || authorize === null ? "id" : keyOfPayload(authorize, model, database);
  const helper = model === null ? null : printPlaceHelper(asked.actor, model, key, known);
  const tests = placesInTests(operation, asked, known);
  const ready = helper !== null || backend.files.has(`${placeHelper(asked.actor)}.ts`);
  const made = ready && refused !== null ? printPlaceTest(operation, asked, refused, known) : null;
  const untested = tests.unsure.map(({ path, line }): Notice => ({
    kind: "weakened-test",
    path,
    line,
    text: `It calls ${operation.key}, and where its caller joins is not plain: give him the ${asked.attribute} ${asked.values.join(" or ")}`,
  }));
  if (made === null)
    untested.push({
      kind: "repository",
      path: operation.provider?.path ?? operation.controller.path,
      line: null,
      text: `No test shows who may not call ${operation.key}: the backend has none to follow`,
    });
  if (!ready) return { edits: [], notices: untested };
  const placed = spliceFiles(backend, tests.splices);
  const used = placed.length > 0 || made !== null;
  return {
    edits: [
      ...(helper !== null && used ? [helper] : []),
      ...placed,
      ...(made === null ? [] : [newFile(made, backend)]),
    ],
    notices: untested,
  };
}

function newFile([path, after]: readonly [string, string], { files }: Backend): Edit {
  return { path, before: files.get(path)?.text ?? null, after };
}

/** The test of who may not, as far as nobody has changed it since it was made. */
function withoutTest(
  operation: Operation,
  actor: string,
  checks: readonly PlaceCheck[],
  known: Known,
): readonly Edit[] {
  return checks.flatMap(({ attribute, values }): readonly Edit[] => {
    const all = readPlaces(actor, known.backend).find((each) => each.attribute === attribute)?.values ?? [];
    for (const refused of all.filter((each) => !values.includes(each))) {
      const made = printPlaceTest(operation, { actor, attribute, values }, refused, known);
      const before = made === null ? null : (known.backend.files.get(made[0])?.text ?? null);
      if (made !== null && before === made[1]) return [{ path: made[0], before, after: null }];
    }
    return [];
  });
}

/** A check with the blank line behind it. */
function withBlank(statement: ts.Statement): { readonly start: number; readonly end: number } {
  const { start, end } = wholeLine(statement);
  const text = statement.getSourceFile().text;
  const blank = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? "";
  return { start, end: end + blank.length };
}

function planOf(
  change: ChangeAccess,
  { key, provider }: Operation,
  edits: readonly Edit[],
  who: string,
  notices: readonly Notice[],
): Planned {
  const all = composeEdits([edits]);
  const reasons = (path: string): { cause: string; how: string }[] => [
    { cause: key, how: path === provider?.path ? `is ${who} now in` : "is called in" },
  ];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      steps: inLayerOrder(
        all.map(({ path, before }) => (before === null ? createStep : editStep)(path, reasons(path))),
      ),
      notices,
    },
    edits: () => all,
  };
}
