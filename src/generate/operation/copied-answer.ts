import { ts } from "ts-morph";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Model } from "../../spec/database/database-spec.js";
import type { Dto } from "../../spec/interface/interface-spec.js";
import type { Answer } from "../create/create-context.js";
import type { Known } from "../create/known.js";
import { declaredIn, functionNamed, usedIn } from "./local-names.js";
import { shownItem, type ShownRow, shownRow } from "./shown-row.js";

/** How another operation answers with the same DTO, or lists it, if it takes nothing but one row of the model for it. */
export function copiedAnswer(dto: Dto, model: Model, known: Known): Answer | null {
  for (const { response, provider } of known.api.operations.values()) {
    const shown = response === dto.name ? shownRow : response === `IPage${dto.name}` ? shownItem : null;
    const file = known.backend.files.get(provider?.path ?? "");
    if (shown === null || provider === null || file === undefined || file.text === null) continue;
    const owner = functionNamed(parseTypescript(file), provider.name);
    const found = owner === null ? null : shown(owner, model.name);
    const answer = owner === null || found === null ? null : answerIn(owner, found);
    if (answer !== null) return answer;
  }
  return null;
}

function answerIn(owner: ts.FunctionDeclaration, { shown, row, query }: ShownRow): Answer | null {
  if (shown.properties.some(isSettled)) return null;
  const inner = declaredIn(shown);
  const locals = declaredIn(owner);
  if ([...usedIn(shown)].some((name) => name !== row && locals.has(name) && !inner.has(name))) return null;
  const added = selectionOf(query, locals);
  if (added === null) return null;
  const text = shown.getText();
  const name = new RegExp(`(?<![.\\w"])${row}\\b(?!\\s*:)`, "g");
  return {
    selecting: added,
    returning: (variable) => `return ${text.replace(name, variable)};`,
    value: (variable) => text.replace(name, variable),
    transformers: [],
  };
}

/** What an operation knows without looking, such as that a new row has no comments, is no answer for other rows. */
function isSettled(entry: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(entry)) return !ts.isShorthandPropertyAssignment(entry);
  const value = entry.initializer;
  return (
    ts.isLiteralExpression(value) ||
    (ts.isArrayLiteralExpression(value) && value.elements.length === 0) ||
    /^(null|undefined|true|false)$/.test(value.getText())
  );
}

/** What the query selects, where that is the same for whoever asks; empty for all columns. */
function selectionOf(query: ts.ObjectLiteralExpression, locals: ReadonlySet<string>): string | null {
  const parts = query.properties.filter((each) => /^(include|select|omit)$/.test(each.name?.getText() ?? ""));
  const other = query.properties.some((each) => ts.isSpreadAssignment(each));
  const free = parts.every((each) => [...usedIn(each)].every((name) => !locals.has(name)));
  return !other && free ? parts.map((each) => each.getText()).join(", ") : null;
}
