import { ts } from "ts-morph";
import type { Splice } from "../../../source/edit.js";
import { eolOf } from "../../../source/eol.js";
import type { Model } from "../../../spec/database/database-spec.js";
import type { Dto, Operation } from "../../../spec/interface/interface-spec.js";
import { missingImports } from "../../create/code/missing-imports.js";
import type { Known } from "../../create/known.js";
import { transformerOf } from "../transformer-of.js";
import type { AnswerNames } from "./answer-names.js";
import { byEntries } from "./by-entries.js";
import { byTransformer } from "./by-transformer.js";
import { ownReturns, readsOf } from "./own-returns.js";
import { retyped } from "./response-types.js";
import type { Retold } from "./retold.js";

/** What an operation's function says of its answer, told for another one; else the place that no rule understands. */
export function answerInProvider(
  owner: ts.FunctionDeclaration,
  operation: Operation,
  model: Model,
  names: AnswerNames,
  rows: { readonly from: Dto; readonly to: Dto },
  known: Known,
):
  | { readonly ok: true; readonly splices: readonly Splice[] }
  | { readonly ok: false; readonly node: ts.Node } {
  const transformer = transformerOf(names.row.from, known);
  const modular = transformer !== null && readsOf(owner, transformer).length > 0;
  const other = modular ? transformerOf(names.row.to, known) : null;
  if (modular && other === null) return { ok: false, node: ownReturns(owner).at(-1) ?? owner };
  const told =
    transformer !== null && other !== null
      ? byTransformer(owner, transformer, other, known)
      : byEntries(owner, operation, model, { ...rows, paged: names.paged }, known);
  if (!told.ok) return told;
  const types = [owner.type, owner.body]
    .filter((each) => each !== undefined)
    .flatMap((each) => [
      ...retyped(each, names.from, names.to),
      ...(names.paged ? retyped(each, names.row.from, names.row.to) : []),
    ]);
  return { ok: true, splices: [...told.splices, ...types, ...imports(owner, told, known)] };
}

/** The import of a transformer that nothing else uses becomes that of the other; what copied code needs comes in. */
function imports(
  owner: ts.FunctionDeclaration,
  told: Extract<Retold, { ok: true }>,
  known: Known,
): readonly Splice[] {
  const source = owner.getSourceFile();
  const all = source.statements.filter(ts.isImportDeclaration);
  const header = all.map((each) => each.getText()).join("\n");
  const eol = eolOf(source.text);
  const at = all.at(-1)?.end ?? 0;
  const missing = missingImports(header, told.code, source.fileName, known);
  const lines: readonly Splice[] = missing.map((line) => ({ start: at, end: at, text: `${eol}${line}` }));
  const { transformer } = told;
  if (transformer === undefined) return lines;
  const named = (name: string): ts.ImportDeclaration | undefined =>
    all.find((each) => new RegExp(`\\{\\s*${name}\\s*\\}`).test(each.importClause?.getText() ?? ""));
  const old = named(transformer.from);
  if (old === undefined || named(transformer.to) !== undefined) return lines;
  const text = old.getText().replaceAll(new RegExp(`\\b${transformer.from}\\b`, "g"), transformer.to);
  const rest = source.text.slice(at, owner.pos) + source.text.slice(owner.end);
  return new RegExp(`\\b${transformer.from}\\b`).test(rest)
    ? [...lines, { start: old.end, end: old.end, text: `${eol}${text}` }]
    : [...lines, { start: old.getStart(), end: old.end, text }];
}
