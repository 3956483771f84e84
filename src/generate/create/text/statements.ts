import { ts } from "ts-morph";
import { type Doc, group, join, LINE, nest, SOFT } from "./doc.js";
import { assigned } from "./expressions.js";
import { decorators, modifiers, printArrow, printParameter, printParameters } from "./functions.js";
import { block, braces, type Printer } from "./shapes.js";

type Print = Printer<ts.Node>;
type Lines = (nodes: readonly ts.Node[]) => Doc;

/** Lays out a statement, a declaration or a function; null for one that is printed as it is written. */
export function printStatement(node: ts.Node, print: Print, lines: Lines): Doc | null {
  if (ts.isImportDeclaration(node)) return printImport(node);
  if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) return printFunction(node, print);
  if (ts.isClassDeclaration(node))
    return [
      decorators(node, print),
      modifiers(node),
      `class ${node.name?.text ?? ""} `,
      block(lines(node.members)),
    ];
  if (ts.isModuleDeclaration(node) && node.body !== undefined && ts.isModuleBlock(node.body))
    return [modifiers(node), `namespace ${node.name.text} `, block(lines(node.body.statements))];
  if (ts.isTypeAliasDeclaration(node))
    return [modifiers(node), `type ${node.name.text} = `, print(node.type), ";"];
  if (ts.isVariableStatement(node)) return printVariables(node, print);
  if (ts.isReturnStatement(node))
    return node.expression ? ["return ", print(node.expression), ";"] : "return;";
  if (ts.isThrowStatement(node)) return ["throw ", print(node.expression), ";"];
  if (ts.isExpressionStatement(node)) return [print(node.expression), ";"];
  if (ts.isBlock(node)) return block(lines(node.statements));
  if (ts.isIfStatement(node)) return printIf(node, print);
  if (ts.isWhileStatement(node))
    return ["while (", print(node.expression), ")", clause(node.statement, print)];
  if (ts.isTryStatement(node)) return printTry(node, print);
  if (ts.isForOfStatement(node))
    return [
      "for (",
      node.initializer.getText(),
      " of ",
      print(node.expression),
      ")",
      clause(node.statement, print),
    ];
  if (ts.isArrowFunction(node)) return printArrow(node, print, false);
  if (ts.isParameter(node)) return printParameter(node, print);
  return null;
}

function printImport(node: ts.ImportDeclaration): Doc {
  const bindings = node.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings) || bindings.elements.length < 2)
    return node.getText();
  const type = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? "type " : "";
  const names = bindings.elements.map((each) => each.getText());
  const first = node.importClause?.name === undefined ? "" : `${node.importClause.name.text}, `;
  return [`import ${type}${first}`, braces(names, ",", false), ` from ${node.moduleSpecifier.getText()};`];
}

function printFunction(node: ts.FunctionDeclaration | ts.MethodDeclaration, print: Print): Doc {
  const keyword = ts.isFunctionDeclaration(node) ? "function " : "";
  const head: Doc = [modifiers(node), `${keyword}${node.name?.getText() ?? ""}`];
  const result: Doc = node.type === undefined ? "" : [": ", print(node.type)];
  const body = node.body === undefined ? ";" : print(node.body);
  return [
    ts.isMethodDeclaration(node) ? decorators(node, print) : "",
    head,
    group(printParameters(node.parameters, print), result),
    " ",
    body,
  ];
}

function printVariables(node: ts.VariableStatement, print: Print): Doc {
  const keyword = node.declarationList.flags & ts.NodeFlags.Const ? "const " : "let ";
  const all = node.declarationList.declarations.map((each) => {
    const name: Doc = [
      each.name.getText(),
      each.type === undefined ? "" : [": ", shortType(each.type, print)],
    ];
    return each.initializer === undefined ? name : assigned([name, " ="], each.initializer, print, true);
  });
  return [modifiers(node), keyword, join(", ", all), ";"];
}

/** The type of a variable stays on its line unless it is long. */
function shortType(type: ts.TypeNode, print: Print): Doc {
  const text = type.getText();
  return text.length < 60 && !text.includes("\n") ? text : print(type);
}

function printIf(node: ts.IfStatement, print: Print): Doc {
  const test = group(nest(SOFT, print(node.expression)), SOFT);
  return group("if (", test, ")", clause(node.thenStatement, print));
}

function clause(node: ts.Statement, print: Print): Doc {
  return ts.isBlock(node) ? [" ", print(node)] : nest(LINE, print(node));
}

function printTry(node: ts.TryStatement, print: Print): Doc {
  const { tryBlock, catchClause, finallyBlock } = node;
  const name = catchClause?.variableDeclaration?.getText();
  return [
    "try ",
    print(tryBlock),
    catchClause === undefined
      ? ""
      : [` catch ${name === undefined ? "" : `(${name}) `}`, print(catchClause.block)],
    finallyBlock === undefined ? "" : [" finally ", print(finallyBlock)],
  ];
}
