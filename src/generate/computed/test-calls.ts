import { ts } from "ts-morph";
import { textsUnder, type Known } from "../create/known.js";
import type { Operation } from "../../spec/interface/interface-spec.js";

/** A call of an operation in a test, by the SDK or by a helper that does so. */
export interface TestCall {
  readonly operation: Operation;
  readonly call: ts.CallExpression;
}

/** Says of the calls of tests which operations they are. */
export class TestCalls {
  private readonly operations = new Map<string, Operation>();
  private readonly helpers = new Map<string, string>();

  public constructor(known: Known) {
    for (const operation of known.api.operations.values())
      if (operation.accessor !== null) this.operations.set(operation.accessor.join("."), operation);
    for (const text of ["test/generate/", "test/authorize/"].flatMap((folder) => textsUnder(known, folder))) {
      const name = /export (?:async )?(?:function|const) (\w+)/.exec(text)?.[1];
      const accessors = [...text.matchAll(/api\.functional\.([\w.]+)\(/g)].map(
        ([, accessor]) => accessor ?? "",
      );
      const [accessor] = accessors;
      if (name !== undefined && accessor !== undefined && accessors.length === 1)
        this.helpers.set(name, accessor);
    }
  }

  /** Every operation that is called in a node, however deep. */
  public in(node: ts.Node): readonly TestCall[] {
    const found: TestCall[] = [];
    const visit = (each: ts.Node): void => {
      const operation = ts.isCallExpression(each) ? this.operationOf(each) : undefined;
      if (operation !== undefined) found.push({ operation, call: each as ts.CallExpression });
      ts.forEachChild(each, visit);
    };
    visit(node);
    return found;
  }

  /** The operation whose answer a statement keeps in a variable; null for any other. */
  public kept(statement: ts.Statement): (TestCall & { readonly variable: string }) | null {
    if (!ts.isVariableStatement(statement)) return null;
    const [declaration, ...others] = statement.declarationList.declarations;
    if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) return null;
    const value = declaration.initializer;
    if (value === undefined || !ts.isAwaitExpression(value) || !ts.isCallExpression(value.expression))
      return null;
    const operation = this.operationOf(value.expression);
    return operation === undefined
      ? null
      : { operation, call: value.expression, variable: declaration.name.text };
  }

  private operationOf({ expression }: ts.CallExpression): Operation | undefined {
    const callee = expression.getText().replace(/\s+/g, "");
    const accessor = /^api\.functional\.(.+)$/.exec(callee)?.[1] ?? this.helpers.get(callee);
    return accessor === undefined ? undefined : this.operations.get(accessor);
  }
}

/** The function of a test, which its file exports. */
export function testIn(source: ts.SourceFile): (ts.FunctionDeclaration & { readonly body: ts.Block }) | null {
  for (const each of source.statements)
    if (ts.isFunctionDeclaration(each) && each.body !== undefined && /^test_/.test(each.name?.text ?? ""))
      return each as ts.FunctionDeclaration & { readonly body: ts.Block };
  return null;
}
