import { ts } from "ts-morph";
import type { Backend, BackendFile } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { parseTypescript } from "../../source/parse-typescript.js";
import { payloadPath } from "../create/conventions/actors.js";
import { capital } from "../create/conventions/spelling.js";

/** By what an actor's rows are told apart, and into which: `position` into "moderator" and "supervisor". */
export interface Places {
  readonly attribute: string;
  readonly values: readonly string[];
}

/** The name of what a signed-in actor is told by: "AdminPayload". */
export function payloadName(actor: string): string {
  return `${capital(actor)}Payload`;
}

/** The file of an actor's payload, whatever the case of its name. */
export function payloadFile(actor: string, { files }: Backend): BackendFile | null {
  return files.get(payloadPath(capital(actor))) ?? null;
}

/** The places of an actor: what his payload has a set of values for. */
export function readPlaces(actor: string, backend: Backend): readonly Places[] {
  return (membersOf(payloadFile(actor, backend))?.members ?? []).flatMap((member): readonly Places[] => {
    const values = ts.isPropertySignature(member) ? literalsOf(member.type) : null;
    return values === null || values.length < 2 ? [] : [{ attribute: member.name?.getText() ?? "", values }];
  });
}

/** A member of a payload by its name. */
export function payloadMember(file: BackendFile, name: string): ts.PropertySignature | null {
  const found = membersOf(file)?.members.find((each) => each.name?.getText() === name);
  return found !== undefined && ts.isPropertySignature(found) ? found : null;
}

/** The property of a payload that says in which place an actor is; null where the file is no payload. */
export function addPlaces(file: BackendFile, noun: string, { attribute, values }: Places): Splice | null {
  const last = membersOf(file)?.members.at(-1);
  if (last === undefined) return null;
  const { text } = last.getSourceFile();
  const eol = eolOf(text);
  const start = last.getStart();
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const above = text.slice(last.getFullStart(), start);
  const doc = above.includes("/**")
    ? `${indent}/** ${capital(attribute)} of the ${noun}, as the row has it at this request. */${eol}`
    : "";
  const gap = /\n[ \t]*\r?\n/.test(above) ? eol : "";
  const closed = /[;,]$/.test(last.getText()) ? "" : ";";
  const line = `${indent}${attribute}: ${valuesType(values)};`;
  return { start: last.end, end: last.end, text: `${closed}${eol}${gap}${doc}${line}` };
}

export function valuesType(values: readonly string[]): string {
  return values.map((value) => JSON.stringify(value)).join(" | ");
}

function membersOf(file: BackendFile | null): ts.InterfaceDeclaration | ts.TypeLiteralNode | null {
  if (file === null) return null;
  for (const statement of parseTypescript(file).statements) {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text.endsWith("Payload")) return statement;
    if (ts.isTypeAliasDeclaration(statement) && ts.isTypeLiteralNode(statement.type)) return statement.type;
  }
  return null;
}

function literalsOf(type: ts.TypeNode | undefined): readonly string[] | null {
  const parts = type === undefined ? [] : ts.isUnionTypeNode(type) ? type.types : [type];
  const values = parts.map((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : null,
  );
  return values.every((each) => each !== null) ? values : null;
}
