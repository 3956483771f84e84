import type { Edit } from "../../source/edit.js";
import { groupBy } from "../../util/group-by.js";
import { readCodeStyle } from "./code/code-style.js";
import { editModule } from "./controller/edit-module.js";
import { printController } from "./controller/print-controller.js";
import { readNaming } from "./conventions/naming.js";
import type { Creation } from "./create-context.js";
import { readDtoStyle } from "./dto/dto-style.js";
import { printDto } from "./dto/print-dto.js";
import { printPage } from "./dto/print-page.js";
import { viewsOf } from "./dto/views.js";
import type { Known } from "./known.js";
import { printCollector } from "./modular/print-collector.js";
import { printTransformer } from "./modular/print-transformer.js";
import { isSummarized, type NewModel, operationOf } from "./new-model.js";
import { printOperation } from "./operation/print-operation.js";
import { editSchema } from "./schema/edit-schema.js";
import { readSchemaStyle } from "./schema/schema-style.js";
import { editSdk } from "./sdk/edit-sdk.js";

import { printTests, type Tests } from "./test/print-tests.js";
import { readTestStyle } from "./test/test-style.js";

/** A kind of artefact that could not be made, because the backend has none of the kind to follow. */
export interface Lacking {
  readonly path: string;
}

export interface Created {
  readonly edits: readonly Edit[];
  /** Why there are no tests; null if there are. */
  readonly untested: string | null;
}

/** Everything that a new model and its operations need: new files, and splices in those that lead to them. */
export function createModel(model: NewModel, known: Known): Created | Lacking {
  const code = readCodeStyle(known);
  const views = viewsOf(model, known, code.modular);
  const { prefix } = readNaming(known);
  const dto = readDtoStyle(known, prefix);
  const creation: Creation = { model, known, code, dto, schema: readSchemaStyle(known), views };
  const files = [...dtoFiles(creation), ...rowFiles(creation), ...operationFiles(creation)];
  const lacking = files.find(([, text]) => text === null);
  if (lacking !== undefined) return { path: lacking[0] };
  const module = editModule(model.operations, known);
  if (module === null) return { path: "src/MyModule.ts" };
  const sdk = editSdk(creation);
  if (sdk === null) return { path: "src/api/functional" };
  const style = readTestStyle(model, known, prefix);
  const tests: Tests =
    style === null
      ? { files: [], lacking: "the backend has no tests to follow" }
      : printTests(creation, style);
  const created = [...files, ...tests.files].map(([path, after]): Edit => ({
    path,
    before: null,
    after: likeEol(after ?? "", creation),
  }));
  const functions = sdk.map((edit) =>
    edit.before === null ? { ...edit, after: likeEol(edit.after ?? "", creation) } : edit,
  );
  return { edits: [...editSchema(model, known), ...created, module, ...functions], untested: tests.lacking };
}

type File = readonly [path: string, text: string | null];

function dtoFiles(creation: Creation): readonly File[] {
  const { model, known, code, dto, schema, views } = creation;
  const folder = "src/api/structures";
  const whole: File = [`${folder}/I${model.pascal}.ts`, printDto(model, views, dto, schema, code.width)];
  if (operationOf(model, "list") === null) return [whole];
  return [
    whole,
    [`${folder}/IPageI${model.pascal}.ts`, printPage(model, isSummarized(model), dto, known, code.width)],
  ];
}

/** Collectors and transformers, where the backend has them. */
function rowFiles(creation: Creation): readonly File[] {
  const { model, code } = creation;
  if (!code.modular) return [];
  const collector = `src/collectors/${model.pascal}Collector.ts`;
  const whole = `src/transformers/${model.pascal}Transformer.ts`;
  const summary = `src/transformers/${model.pascal}AtSummaryTransformer.ts`;
  const shown = model.operations.some(({ kind }) => kind !== "delete");
  return [
    ...(operationOf(model, "create") === null
      ? []
      : [[collector, printCollector(creation, collector)] as const]),
    ...(shown ? [[whole, printTransformer(creation, whole, false)] as const] : []),
    ...(isSummarized(model) ? [[summary, printTransformer(creation, summary, true)] as const] : []),
  ];
}

function operationFiles(creation: Creation): readonly File[] {
  const { operations } = creation.model;
  const controllers = groupBy(operations, ({ controller }) => controller.path);
  return [
    ...operations.map((each): File => [each.provider.path, printOperation(creation, each)]),
    ...[...controllers].map(([path, all]): File => [path, printController(creation, all)]),
  ];
}

/** New files end their lines as the schema beside them does. */
function likeEol(text: string, { model, known }: Creation): string {
  const crlf = known.backend.files.get(model.path)?.text?.includes("\r\n") === true;
  return crlf ? text.replaceAll("\n", "\r\n") : text;
}
