import { ts } from "ts-morph";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { createSource } from "../../source/parse-typescript.js";
import type { CodeStyle } from "../create/code/code-style.js";
import { missingImports } from "../create/code/missing-imports.js";
import { capital, withArticle } from "../create/conventions/spelling.js";
import type { Known } from "../create/known.js";
import { formatCode } from "../create/text/format-code.js";
import { graftImports } from "../operation/graft-imports.js";

/** Who may come by a check: actors in some places. */
export interface Asked {
  readonly actor: string;
  readonly attribute: string;
  readonly values: readonly string[];
}

/**
 * The check that an operation begins with, so that it tells nothing to those whom it is not for; null where the
 * operation is not told who calls.
 */
export function addPlaceCheck(
  owner: ts.FunctionDeclaration,
  asked: Asked,
  code: CodeStyle,
  known: Known,
): readonly Splice[] | null {
  const source = owner.getSourceFile();
  const told = toldAs(owner, asked.actor);
  const { body } = owner;
  if (told === null || body === undefined) return null;
  const eol = eolOf(source.text);
  const comparisons = asked.values.map(
    (value) => `${told.name}.${asked.attribute} !== ${JSON.stringify(value)}`,
  );
  const check = formatCode(
    `if (${comparisons.join(" && ")}) throw new HttpException(${JSON.stringify(refusalOf(asked, code))}, 403);`,
    code.width - 2,
  );
  const lines = check
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`)
    .join(eol);
  const header = missingImports(importsText(source), check, source.fileName, known).join("\n");
  const imports = graftImports(source, createSource(source.fileName, header), check);
  const at = told.behind?.end ?? body.getStart() + 1;
  const next = body.statements[told.behind === null ? 0 : body.statements.indexOf(told.behind) + 1];
  const lead = told.behind === null ? eol : `${eol}${eol}`;
  // Behind what the properties are taken apart with, a blank line stands already.
  const apart = next !== undefined && told.behind === null ? eol : "";
  return [...imports, { start: at, end: at, text: `${lead}${lines}${apart}` }];
}

function refusalOf({ actor, attribute, values }: Asked, { forbidden }: CodeStyle): string {
  const named = values.map((value) => value.replaceAll("_", " "));
  const places = named.length === 1 ? named[0] : `${named.slice(0, -1).join(", ")} or ${named.at(-1)}`;
  const who = `only ${withArticle(actor)} whose ${attribute} is ${places} can do that`;
  return forbidden === "" ? `${capital(who)}.` : `${forbidden}${who}`;
}

/** How the code speaks of its actor, and the statement behind which it can; null where it cannot. */
function toldAs(
  owner: ts.FunctionDeclaration,
  actor: string,
): { readonly name: string; readonly behind: ts.Statement | null } | null {
  const [props] = owner.parameters;
  const type = props?.type;
  const given =
    type !== undefined &&
    ts.isTypeLiteralNode(type) &&
    type.members.some((each) => each.name?.getText() === actor);
  if (props === undefined || !given) return null;
  if (ts.isObjectBindingPattern(props.name))
    return takes(props.name, actor) ? { name: actor, behind: null } : null;
  const [first] = owner.body?.statements ?? [];
  const apart =
    first !== undefined && ts.isVariableStatement(first)
      ? first.declarationList.declarations.find(
          ({ name, initializer }) =>
            ts.isObjectBindingPattern(name) && initializer?.getText() === props.name.getText(),
        )
      : undefined;
  if (apart === undefined || first === undefined)
    return { name: `${props.name.getText()}.${actor}`, behind: null };
  return ts.isObjectBindingPattern(apart.name) && takes(apart.name, actor)
    ? { name: actor, behind: first }
    : { name: `${props.name.getText()}.${actor}`, behind: first };
}

function takes({ elements }: ts.ObjectBindingPattern, name: string): boolean {
  return elements.some((each) => each.propertyName === undefined && each.name.getText() === name);
}

function importsText(source: ts.SourceFile): string {
  return source.statements
    .filter(ts.isImportDeclaration)
    .map((each) => each.getText())
    .join("\n");
}
