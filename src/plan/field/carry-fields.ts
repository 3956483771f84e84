import type { Change } from "../../change/change.js";
import { printChange } from "../../change/forms.js";
import { addInCode } from "../../generate/add/add-in-code.js";
import { addToDtos } from "../../generate/add/add-to-dtos.js";
import type { NewField } from "../../generate/add/new-field.js";
import type { Actor } from "../../generate/create/conventions/actors.js";
import type { Notice } from "../../generate/notice.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import type { PlacedSplice } from "../../source/splice-files.js";
import { NO_NAMES } from "../../spec/names.js";
import type { Spec } from "../../spec/spec.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { editStep, inLayerOrder } from "../steps-of.js";
import { staleDocuments } from "../stale-documents.js";

/** New members of models, and what of them is decided already. */
export interface Carrying {
  readonly fields: readonly NewField[];
  readonly schema: readonly Edit[];
  /** Everything that the schema gets, as "model.field". */
  readonly added: readonly string[];
  readonly actors: readonly Actor[];
  readonly notices: readonly Notice[];
  /** Checks that stand in front of what writes the new members. */
  readonly checks?: readonly PlacedSplice[];
}

/** The plan that carries new members from the schema through DTOs to the code that reads and writes them. */
export function carryFields(backend: Backend, change: Change, spec: Spec, carrying: Carrying): Planned {
  const { fields, schema, actors, checks } = carrying;
  const code = addInCode(backend, spec.database, fields, actors, checks);
  const [unclear] = [...code.unclear, ...unwritten(backend, fields, code.written, spec)];
  if (unclear !== undefined)
    return {
      kind: "refused",
      reason: `${unclear.path}:${unclear.line} cannot be followed by rule: ${unclear.why}.`,
      remedy:
        "Say which DTOs carry the field (… in read, or: in nothing), or change that place by hand first.",
    };
  const dtos = addToDtos(backend, spec, fields);
  const added = {
    ...NO_NAMES,
    fields: carrying.added,
    properties: fields.flatMap(({ carriers }) =>
      carriers.map(({ dto, property }) => `${dto.name}.${property}`),
    ),
  };
  const reasons = (path: string, declared: readonly string[]): { cause: string; how: string }[] => [
    ...declared.map((cause) => ({ cause, how: "declares" })),
    ...[...(code.reasons.get(path) ?? [])].map(([cause, how]) => ({ cause, how })),
  ];
  const declaredIn = (path: string): readonly string[] => [
    ...carrying.added.filter((name) => spec.database.models.get(name.split(".")[0] ?? "")?.path === path),
    ...fields.flatMap(({ carriers }) =>
      carriers.filter(({ dto }) => dto.path === path).map(({ dto, property }) => `${dto.name}.${property}`),
    ),
  ];
  const edits = [...schema, ...dtos, ...code.edits];
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added,
      steps: inLayerOrder(edits.map(({ path }) => editStep(path, reasons(path, declaredIn(path))))),
      notices: [
        ...carrying.notices,
        ...code.assumed.map(({ path, line, why }): Notice => ({
          kind: "assumed-value",
          path,
          line,
          text: `${why}: it shows the default`,
        })),
        ...staleDocuments(backend, {
          ...NO_NAMES,
          models: fields.map(({ model }) => model.name),
          dtos: fields.flatMap(({ carriers }) => carriers.map(({ dto }) => dto.name)),
        }),
      ],
    },
    edits: () => edits,
  };
}

/** Operations that take a new value and would drop it; one that makes up its answer, or waits for nothing, takes nothing in. */
export function unwritten(
  backend: Backend,
  fields: readonly NewField[],
  written: ReadonlySet<string>,
  { api }: Spec,
): readonly { readonly path: string; readonly line: number; readonly why: string }[] {
  const dropped = fields
    .flatMap(({ carriers }) => carriers)
    .filter(({ dto, use }) => use !== "read" && !written.has(dto.name));
  return dropped.flatMap(({ dto }) =>
    [...api.operations.values()]
      .filter((operation) => operation.body === dto.name)
      .filter(({ provider, controller }) => {
        const text = backend.files.get(provider?.path ?? controller.path)?.text ?? "";
        return /\bawait\b/.test(text) && !/\btypia\.random</.test(text);
      })
      .map(({ key, provider, controller }) => ({
        path: provider?.path ?? controller.path,
        line: 1,
        why: `${key} takes ${dto.name}, but it was not found where it is written`,
      })),
  );
}
