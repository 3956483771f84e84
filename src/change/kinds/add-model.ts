import typia from "typia";
import { type Access, parseAccess, printAccess } from "../access.js";
import type { Form } from "../form.js";
import { type ModelField, parseModelFields, printModelField } from "../model-field.js";

/** Makes a model with everything that serves it, from the table to the tests of its operations. */
export interface AddModel {
  readonly kind: "add-model";
  /** As written, in the singular or the plural, without the prefix that all models share. */
  readonly name: string;
  /** The model whose rows hold the new one's, as written; null if it stands alone. */
  readonly of: string | null;
  readonly fields: readonly ModelField[];
  /** Who may do what, at least one. */
  readonly access: readonly Access[];
}

export const isAddModel = typia.createIs<AddModel>();

export const addModel: Form<AddModel> = {
  verb: "add",
  on: "model",
  slots: [
    { ask: "name", lead: "model " },
    { ask: "model", lead: " of ", optional: true },
    { ask: "columns", lead: " (", tail: ")", optional: true },
    { ask: "access", lead: " " },
  ],
  usage:
    "add model <name> [of <model>] (<field>: <type> [unique] [default <value>], …) by <actor>|anyone with create, read, list, update, delete, restore [and by …]",
  example:
    "add model notice (title: string, body: string, pinned: boolean default false) by admin with create, update, delete and by anyone with read, list",
  parse: (rest) => {
    const head = /^model (\w+(?: \w+)*?)(?: of (\w+(?: \w+)*?))?(?= ?\(| by )/i.exec(rest);
    const [whole, name, of] = head ?? [];
    if (whole === undefined || name === undefined) return null;
    const behind = rest.slice(whole.length).trim();
    const close = behind.startsWith("(") ? closingParenthesis(behind) : -1;
    const fields = close === -1 ? [] : parseModelFields(behind.slice(1, close));
    const access = parseAccess(behind.slice(close + 1).trim());
    return fields === null || access === null
      ? null
      : { kind: "add-model", name, of: of ?? null, fields, access };
  },
  print: ({ name, of, fields, access }) => {
    const list = fields.length === 0 ? "" : ` (${fields.map(printModelField).join(", ")})`;
    return `add model ${name}${of === null ? "" : ` of ${of}`}${list} ${printAccess(access)}`;
  },
};

/** Where the parenthesis that the text starts with is closed; the text's end if it is not. */
function closingParenthesis(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (quoted) continue;
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at;
  }
  return text.length;
}
