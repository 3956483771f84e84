import type { Edit } from "../../source/edit.js";
import { editModule } from "../create/controller/edit-module.js";
import { printController } from "../create/controller/print-controller.js";
import type { Creation } from "../create/create-context.js";
import { textOf } from "../create/known.js";
import type { NewOperation } from "../create/new-model.js";
import { printOperation } from "../create/operation/print-operation.js";
import { leadTo } from "../create/sdk/edit-sdk.js";
import { printSdk, ROOT } from "../create/sdk/print-module.js";
import { editController } from "./edit-controller.js";
import { editSdkFile } from "./edit-sdk-file.js";

/** Everything that serves one more operation of a model, from its code to the SDK; a path where that cannot be made. */
export function serveOperation(
  creation: Creation,
  operation: NewOperation,
  provider: string | null = printOperation(creation, operation),
): readonly Edit[] | { readonly path: string } {
  const { known, model } = creation;
  if (provider === null) return { path: operation.provider.path };
  const crlf = textOf(known, model.path).includes("\r\n");
  const eol = (text: string): string => (crlf ? text.replaceAll(/\r?\n/g, "\r\n") : text);
  const created = (path: string, text: string): Edit => ({ path, before: null, after: eol(text) });
  const controller = controllerEdits(creation, operation, created);
  if (controller === null) return { path: operation.controller.path };
  const sdk = sdkEdits(creation, operation, created);
  if (sdk === null) return { path: "src/api/functional" };
  return [created(operation.provider.path, provider), ...controller, ...sdk];
}

type Create = (path: string, text: string) => Edit;

/** The route in the controller that is there, else in one of its own that the module lists. */
function controllerEdits(
  creation: Creation,
  operation: NewOperation,
  created: Create,
): readonly Edit[] | null {
  const { known } = creation;
  const { path } = operation.controller;
  const file = known.backend.files.get(path);
  if (file !== undefined) {
    const edit = editController(creation, operation, file);
    return edit === null ? null : [edit];
  }
  const text = printController(creation, [operation]);
  const module = editModule([operation], known);
  return text === null || module === null ? null : [created(path, text), module];
}

function sdkEdits(creation: Creation, operation: NewOperation, created: Create): readonly Edit[] | null {
  const { known } = creation;
  const folders = operation.accessor.slice(0, -1);
  const path = `${ROOT}${folders.join("/")}/index.ts`;
  const file = known.backend.files.get(path);
  if (file !== undefined) {
    const edit = editSdkFile(creation, operation, file);
    return edit === null ? null : [edit];
  }
  const text = printSdk(creation, [operation], []);
  return text === null ? null : [created(path, text), ...leadTo(operation, known)];
}
