import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Named } from "./callers.js";

/** A member of what a function is given, such as `member` of `props`. */
export interface GivenMember {
  readonly name: string;
  /** As written: "MemberPayload", "IEntity | null". */
  readonly type: string;
  /** As it is written at the node that was asked about: `props.member`, `member`. */
  readonly text: string;
}

/** Everything that a function is given, as it can be written at a node inside it. */
export function givenMembers(owner: Named, node: ts.Node, program: TypedProgram): readonly GivenMember[] {
  return owner.parameters.flatMap((parameter) => {
    const { name, type } = parameter;
    if (type === undefined) return [];
    const own = ts.isIdentifier(name) ? [{ name: name.text, type: type.getText(), text: name.text }] : [];
    const members = membersOf(type, program);
    return [
      ...own,
      ...members.flatMap((member) => {
        const text = memberText(name, member.name, owner, node);
        return text === null ? [] : [{ ...member, text }];
      }),
    ];
  });
}

function membersOf(
  type: ts.TypeNode,
  { checker }: TypedProgram,
): readonly { readonly name: string; readonly type: string }[] {
  return checker.getPropertiesOfType(checker.getTypeFromTypeNode(type)).flatMap((symbol) => {
    const declaration = symbol.valueDeclaration;
    if (declaration === undefined || !ts.isPropertySignature(declaration)) return [];
    return [{ name: symbol.name, type: declaration.type?.getText() ?? "" }];
  });
}

/** `props.member`; the variable that it was taken apart into, where it was. */
export function memberText(
  parameter: ts.BindingName,
  name: string,
  owner: Named,
  node: ts.Node,
): string | null {
  if (ts.isObjectBindingPattern(parameter)) return localOf(parameter, name);
  if (!ts.isIdentifier(parameter)) return null;
  const statements = owner.body !== undefined && ts.isBlock(owner.body) ? owner.body.statements : [];
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement) || statement.end > node.end) continue;
    for (const { name: pattern, initializer } of statement.declarationList.declarations) {
      if (!ts.isObjectBindingPattern(pattern) || initializer?.getText() !== parameter.text) continue;
      const local = localOf(pattern, name);
      if (local !== null) return local;
    }
  }
  return `${parameter.text}.${name}`;
}

function localOf(pattern: ts.ObjectBindingPattern, name: string): string | null {
  const found = pattern.elements.find((each) => (each.propertyName ?? each.name).getText() === name);
  return found !== undefined && ts.isIdentifier(found.name) ? found.name.text : null;
}
