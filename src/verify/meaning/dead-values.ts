import { ts } from "ts-morph";
import { findsNothing } from "./finds-nothing.js";
import { mentions } from "./mentions.js";
import { assignedValues, compareAbsent, isFalsy, listIn, not, rootOf, unwrap } from "./expressions.js";
import { ownerOfFile, type RemovedNames } from "./removed-names.js";

/**
 * What the removal makes of the values of one file of the base: a value that came from something removed is absent,
 * and absent stands for null, undefined, zero, false and an empty list. From syntax alone: what cannot be seen here
 * counts as present, so that in doubt a guard is one that may not be lost.
 */
export class DeadValues {
  private readonly variables = new Set<string>();
  /** Variables that hold what absence makes true, such as `const none = found === null`. */
  private readonly certain = new Set<string>();
  private readonly own: string;
  private readonly words = new Set<string>();
  /** Models that the file can mean. */
  private readonly reached = new Set<string>();

  /** `scope` is the outermost function around what will be asked; the same name means another variable elsewhere. */
  public constructor(
    scope: ts.Node,
    private readonly names: RemovedNames,
  ) {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) this.words.add(node.text);
      ts.forEachChild(node, visit);
    };
    this.own = ownerOfFile(scope.getSourceFile().fileName);
    visit(scope.getSourceFile());
    this.followRelations();
    for (let size = -1; size !== this.variables.size;) {
      size = this.variables.size;
      this.learn(scope);
    }
  }

  /** What a condition comes to; null where the removal does not decide it. */
  public evaluate(node: ts.Expression): boolean | null {
    const inner = unwrap(node);
    if (inner !== node) return this.evaluate(inner);
    if (this.isAbsent(inner)) return false;
    if (ts.isIdentifier(inner) && this.certain.has(inner.text)) return true;
    if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken)
      return not(this.evaluate(inner.operand));
    return ts.isBinaryExpression(inner) ? this.evaluateBinary(inner) : null;
  }

  /** Whether code is reached only through something removed. */
  public isUnreached(node: ts.Node, within: ts.Node): boolean {
    for (let at = node; at !== within && at.parent !== undefined; at = at.parent) {
      const { parent } = at;
      if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) {
        const condition = ts.isIfStatement(parent) ? parent.expression : parent.condition;
        const [then, otherwise] = ts.isIfStatement(parent)
          ? [parent.thenStatement, parent.elseStatement]
          : [parent.whenTrue, parent.whenFalse];
        const value = this.evaluate(condition);
        if ((at === then && value === false) || (at === otherwise && value === true)) return true;
      }
      if (ts.isForOfStatement(parent) && at === parent.statement && this.isAbsent(parent.expression))
        return true;
      if (ts.isWhileStatement(parent) && this.evaluate(parent.expression) === false) return true;
      if (ts.isCallExpression(parent) && at !== parent.expression && this.isAbsent(parent)) return true;
    }
    return false;
  }

  public isAbsent(node: ts.Expression): boolean {
    const inner = unwrap(node);
    if (inner !== node) return this.isAbsent(inner);
    if (ts.isIdentifier(inner)) return this.variables.has(inner.text);
    if (ts.isPropertyAccessExpression(inner))
      return (
        this.isRemovedMember(inner.name.text) || this.isDelegate(inner) || this.isAbsent(inner.expression)
      );
    if (ts.isElementAccessExpression(inner)) return this.isAbsent(inner.expression);
    if (ts.isTypeOfExpression(inner)) return this.isAbsent(inner.expression);
    if (ts.isCallExpression(inner)) return this.isAbsentCall(inner);
    if (ts.isNewExpression(inner) && /^(Set|Map)$/.test(inner.expression.getText()))
      return (inner.arguments ?? []).some((argument) => this.isAbsent(argument));
    if (ts.isArrayLiteralExpression(inner))
      return (
        inner.elements.length > 0 &&
        inner.elements.every((each) => ts.isSpreadElement(each) && this.isAbsent(each.expression))
      );
    if (ts.isConditionalExpression(inner)) {
      const value = this.evaluate(inner.condition);
      if (value !== null) return this.isAbsent(value ? inner.whenTrue : inner.whenFalse);
      return this.isAbsent(inner.whenTrue) && (this.isAbsent(inner.whenFalse) || isFalsy(inner.whenFalse));
    }
    if (!ts.isBinaryExpression(inner)) return false;
    const kind = inner.operatorToken.kind;
    if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken)
      return this.isAbsent(inner.left) && (this.isAbsent(inner.right) || isFalsy(inner.right));
    return kind === ts.SyntaxKind.AmpersandAmpersandToken && this.isAbsent(inner.left);
  }

  /** Whether a name is one of a removed member here, and of no other member that this file could mean. */
  private isRemovedMember(name: string): boolean {
    const owners = this.names.lost.get(name);
    if (owners === undefined || ![...owners].some((owner) => this.reaches(owner))) return false;
    const kept = this.names.kept.get(name);
    return kept === undefined || ![...kept].some((owner) => owner === this.own || this.reaches(owner));
  }

  /** By name, or along relations that are named. */
  private reaches(owner: string): boolean {
    return this.reached.has(owner) || mentions(this.words, owner);
  }

  private followRelations(): void {
    const { models } = this.names.database;
    const open = [...models.keys()].filter((name) => mentions(this.words, name));
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (this.reached.has(name)) continue;
      this.reached.add(name);
      for (const field of models.get(name)?.fields ?? [])
        if (field.relation !== null && this.words.has(field.name)) open.push(field.relation.target);
    }
  }

  private isDelegate(node: ts.PropertyAccessExpression): boolean {
    return this.names.models.has(node.name.text);
  }

  private isAbsentCall(call: ts.CallExpression): boolean {
    const { expression, arguments: values } = call;
    if (ts.isIdentifier(expression)) {
      if (this.names.exports.has(expression.text) || this.variables.has(expression.text)) return true;
      const [value] = values;
      return /^(Number|Boolean|String)$/.test(expression.text) && value !== undefined && this.isAbsent(value);
    }
    if (!ts.isPropertyAccessExpression(expression)) return false;
    if (findsNothing(call, (model, field) => this.names.lost.get(field)?.has(model) === true)) return true;
    if (/^(every)$/.test(expression.name.text)) return false;
    const [value] = values;
    if (/^(Promise\.all|Array\.from|Object\.(keys|values|entries))$/.test(expression.getText()))
      return value !== undefined && this.isAbsent(value);
    if (/asyncMap|asyncFilter|asyncForEach/.test(expression.name.text) && value !== undefined)
      return this.isAbsent(value);
    return this.isAbsent(expression.expression) || this.names.exports.has(rootOf(expression));
  }

  private evaluateBinary({ left, right, operatorToken }: ts.BinaryExpression): boolean | null {
    const kind = operatorToken.kind;
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
      const decisive = kind === ts.SyntaxKind.BarBarToken;
      const [a, b] = [this.evaluate(left), this.evaluate(right)];
      if (a === decisive || b === decisive) return decisive;
      return a === null || b === null ? null : !decisive;
    }
    const operator = operatorToken.getText();
    const [leftAbsent, rightAbsent] = [this.isAbsent(left), this.isAbsent(right)];
    if (leftAbsent === rightAbsent) return null;
    const mirrored: Readonly<Record<string, string>> = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };
    return leftAbsent ? compareAbsent(operator, right) : compareAbsent(mirrored[operator] ?? operator, left);
  }

  private learn(scope: ts.Node): void {
    const add = (name: ts.BindingName): void => {
      if (ts.isIdentifier(name)) this.variables.add(name.text);
      else name.elements.forEach((element) => ts.isBindingElement(element) && add(element.name));
    };
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node)) this.learnVariable(node, add);
      if (
        ts.isForOfStatement(node) &&
        this.isAbsent(node.expression) &&
        ts.isVariableDeclarationList(node.initializer)
      )
        node.initializer.declarations.forEach(({ name }) => add(name));
      if (ts.isCallExpression(node) && this.isAbsent(node))
        for (const argument of node.arguments)
          if (ts.isArrowFunction(argument)) argument.parameters.forEach(({ name }) => add(name));
      if (ts.isParameter(node) && node.type !== undefined && this.names.dtos.has(node.type.getText()))
        add(node.name);
      ts.forEachChild(node, visit);
    };
    visit(scope);
  }

  private learnVariable(node: ts.VariableDeclaration, add: (name: ts.BindingName) => void): void {
    const { name, initializer } = node;
    if (ts.isIdentifier(name)) {
      const later = assignedValues(node, name.text);
      if (later === null || !later.every((value) => this.isAbsent(value))) return;
      if (initializer === undefined || (later.length > 0 && isFalsy(initializer)))
        return later.length > 0 ? add(name) : undefined;
      const value = this.evaluate(initializer);
      if (value === true && later.length === 0) this.certain.add(name.text);
      if (value === false) add(name);
      return;
    }
    if (initializer === undefined) return;
    if (this.isAbsent(initializer)) return add(name);
    const values = listIn(unwrap(initializer));
    name.elements.forEach((element, index) => {
      if (!ts.isBindingElement(element)) return;
      const value = ts.isArrayBindingPattern(name) ? values?.[index] : undefined;
      if (value !== undefined && this.isAbsent(value)) add(element.name);
      const property = ts.isObjectBindingPattern(name) ? (element.propertyName ?? element.name) : null;
      if (property !== null && ts.isIdentifier(property) && this.isRemovedMember(property.text))
        add(element.name);
    });
  }
}
