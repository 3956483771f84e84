import type { ILlmSchema } from "@typia/interface";
import type { Material } from "../../model/loop/model-step.js";
import type { Model } from "../../spec/database/database-spec.js";
import { printDtos } from "../material/print-dtos.js";
import { printModels } from "../material/print-models.js";
import type { Helper } from "./helpers.js";
import { signatureOf } from "../signature.js";
import { exampleTree } from "./example-tree.js";
import { likeOperations } from "./like-operation.js";
import { showLabelled } from "./show-labelled.js";
import type { Target } from "./target.js";

/** What a step reads to write an operation: what is asked for, what it is given and answers, and what it may use. */
export function behaviourMaterial(
  target: Target,
  models: readonly Model[],
  helpers: readonly Helper[],
  schema: ILlmSchema.IParameters,
): readonly Material[] {
  const { operation, behaviour, written, spec, isStub, body, complaints } = target;
  const answered = helpers.some(({ signatures }) =>
    signatures.some((each) => each.endsWith(`: Promise<${operation.response ?? ""}>`)),
  );
  const dtos = [operation.body, answered ? null : operation.response].filter((name) => name !== null);
  const example = isStub ? exampleFor(target, models, schema) : null;
  const who = operation.actor === null ? "" : ` by ${operation.actor}`;
  return [
    { title: "Models, their columns and relations:", text: printModels(models) },
    ...(dtos.length === 0 ? [] : [{ title: "DTOs:", text: printDtos(dtos, spec.api) }]),
    { title: "What may be called:", text: helpers.flatMap(({ signatures }) => signatures).join("\n") },
    ...(example?.code === undefined
      ? []
      : [{ title: "Code of another operation, as an example:", text: example.code }]),
    ...(example?.tree == null ? [] : [{ title: "The same, as the function takes it:", text: example.tree }]),
    {
      title: `The operation ${operation.key}${who}:`,
      text: `${written.name}${signatureOf(written.node)}`,
    },
    ...(isStub || body === null
      ? []
      : [{ title: "What it does now, a label before each statement:", text: showLabelled(target, body) }]),
    ...(complaints.length === 0
      ? []
      : [{ title: "What is wrong with it now:", text: complaints.join("\n") }]),
    { title: "What it has to do:", text: behaviour.requirements.join("\n") },
  ];
}

/** More than these are not alike. */
const ALIKE = 10;

/** The example that is most alike and can be shown as a tree as well, else the one that is most alike. */
function exampleFor(target: Target, models: readonly Model[], schema: ILlmSchema.IParameters) {
  const like = likeOperations(target, models).slice(0, ALIKE);
  const shown = like.map(({ code, statements }) => ({ code, tree: exampleTree(statements, schema) }));
  return shown.find(({ tree }) => tree !== null) ?? shown[0] ?? null;
}
