import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Named } from "./callers.js";
import { givenMembers, memberText } from "./given-member.js";
import type { Braces } from "./append-member.js";
import { entryName } from "./insert-entry.js";
import type { Maker } from "./maker.js";

interface Passing {
  readonly root: Named;
  /** Where it is needed. */
  readonly node: ts.Node;
  readonly calls: readonly ts.CallExpression[];
  /** What each call can give; null for nothing. */
  readonly makers: readonly (Maker | null)[];
  readonly program: TypedProgram;
  /** What the new member is called. */
  readonly name: string;
}

interface Passed {
  readonly maker: Maker;
  /** What is added to the function's parameter, and to what its callers give. */
  readonly added: readonly (readonly [Braces, string])[];
}

/** Gives a function a row that its callers know: a member that it is given already, else a new one. Null if it cannot. */
export function passMember(passing: Passing): Passed | null {
  const { root, node, calls, makers, program, name } = passing;
  const [parameter] = root.parameters;
  const type = parameter?.type;
  if (parameter === undefined || type === undefined || !ts.isTypeLiteralNode(type)) return null;
  if (!ts.isIdentifier(parameter.name)) return null;
  const bodies = calls.map(({ arguments: [first] }) =>
    first !== undefined && ts.isObjectLiteralExpression(first) ? first : null,
  );
  const sure = makers.every((maker) => maker?.sure === true);
  const given = givenMembers(root, node, program).find(
    (member) =>
      /^IEntity\b/.test(member.type) &&
      bodies.every((body, at) => valueOf(body, member.name) === makers[at]?.text),
  );
  if (given !== undefined)
    return { maker: { text: given.text, sure: sure && !/null|undefined/.test(given.type) }, added: [] };
  const taken = type.members.some((each) => each.name?.getText() === name);
  if (taken || bodies.includes(null)) return null;
  const text = memberText(parameter.name, name, root, node) ?? `${parameter.name.text}.${name}`;
  const entity = importsEntity(root.getSourceFile()) ? "IEntity" : "{ id: string }";
  return {
    maker: { text, sure },
    added: [
      [type, `${name}: ${entity}${sure ? "" : " | null"}`],
      ...bodies.flatMap((body, at) =>
        body === null ? [] : [[body, `${name}: ${makers[at]?.text ?? "null"}`] as const],
      ),
    ],
  };
}

function valueOf(body: ts.ObjectLiteralExpression | null, name: string): string | null {
  const entry = body?.properties.find((each) => entryName(each) === name);
  if (entry === undefined) return null;
  return ts.isPropertyAssignment(entry) ? entry.initializer.getText() : name;
}

function importsEntity(file: ts.SourceFile): boolean {
  return /^import\b[^;]*\bIEntity\b/m.test(file.text);
}
