import { ts } from "ts-morph";
import type { TypedProgram } from "../../../graph/types/typed-program.js";
import type { Splice } from "../../../source/edit.js";
import type { AnswerNames } from "./answer-names.js";
import { retyped } from "./response-types.js";

/** A place that can do nothing with what an operation answers now. */
export interface Unfit {
  readonly path: string;
  readonly node: ts.Node;
}

/** Where callers say that an answer is what it is no longer: of variables, of checks of types, of functions that hand it on. */
export function staleTypes(
  source: ts.SourceFile,
  { checker }: TypedProgram,
  names: AnswerNames,
  call: RegExp,
): readonly Splice[] {
  const splices: Splice[] = [];
  const told = (type: ts.TypeNode): readonly Splice[] => [
    ...retyped(type, names.from, names.to),
    ...(names.paged ? retyped(type, names.row.from, names.row.to) : []),
  ];
  const check = (type: ts.TypeNode | undefined, value: ts.Expression | undefined): void => {
    if (type === undefined || value === undefined) return;
    const own = checker.getTypeFromTypeNode(type);
    const misfit = !checker.isTypeAssignableTo(checker.getTypeAtLocation(value), own);
    if (misfit || isCall(value, call)) splices.push(...told(type));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) check(node.type, node.initializer);
    if (ts.isCallExpression(node) && /^typia\s*\.\s*(assert|is|validate)\w*$/.test(node.expression.getText()))
      check(node.typeArguments?.[0], node.arguments[0]);
    if (ts.isReturnStatement(node)) check(resultOf(node), node.expression);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return splices;
}

/** Whether a value is an answer as it came. */
function isCall(value: ts.Expression, call: RegExp): boolean {
  const awaited = ts.isAwaitExpression(value) ? value.expression : value;
  return ts.isCallExpression(awaited) && call.test(awaited.expression.getText().replace(/\s+/g, ""));
}

/** What a function says it returns, behind its promise. */
function resultOf(node: ts.Node): ts.TypeNode | undefined {
  let owner = node.parent;
  while (!ts.isFunctionLike(owner) && !ts.isSourceFile(owner)) owner = owner.parent;
  const type = ts.isSourceFile(owner) ? undefined : owner.type;
  const promised =
    type !== undefined && ts.isTypeReferenceNode(type) && type.typeName.getText() === "Promise";
  return promised ? type.typeArguments?.[0] : type;
}

/** What callers read of an answer that it has not any more, and where they compare or hand on all of it. */
export interface Lost {
  readonly reads: readonly (ts.Expression | ts.BindingElement)[];
  readonly unfit: readonly ts.Node[];
}

export function lostReads(
  source: ts.SourceFile,
  { checker }: TypedProgram,
  answers: readonly ts.Node[],
  gone: ReadonlySet<string>,
): Lost {
  const reads: (ts.Expression | ts.BindingElement)[] = [];
  const unfit: ts.Node[] = [];
  const isAnswer = (node: ts.Node): boolean => {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
    return type.symbol?.declarations?.some((each) => answers.includes(each)) === true;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && gone.has(node.name.text) && isAnswer(node.expression))
      reads.push(node);
    if (ts.isBindingElement(node) && gone.has((node.propertyName ?? node.name).getText())) {
      const holder = node.parent.parent;
      const value = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
      if (value !== undefined && isAnswer(value)) reads.push(node);
    }
    if (ts.isCallExpression(node) && /^TestValidator\.(equals|notEquals)$/.test(node.expression.getText()))
      reads.push(...uneven(node.arguments, isAnswer, checker));
    if (ts.isExpression(node) && (ts.isIdentifier(node) || ts.isAwaitExpression(node)) && isAnswer(node)) {
      const wanted = checker.getContextualType(node);
      if (wanted !== undefined && !checker.isTypeAssignableTo(checker.getTypeAtLocation(node), wanted))
        unfit.push(node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { reads, unfit };
}

/** An answer that is compared with something of another shape. */
function uneven(
  values: readonly ts.Expression[],
  isAnswer: (node: ts.Node) => boolean,
  checker: ts.TypeChecker,
): readonly ts.Expression[] {
  const whole = values.slice(1).filter(isAnswer);
  const other = values.slice(1).find((each) => !whole.includes(each));
  const [first] = whole;
  if (first === undefined || whole.length > 1 || other === undefined) return [];
  const { flags } = checker.getTypeAtLocation(other);
  return (flags & (ts.TypeFlags.Any | ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0 ? [first] : [];
}
