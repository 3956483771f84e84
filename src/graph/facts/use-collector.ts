import { ts } from "ts-morph";
import { entityName } from "../../spec/interface/type-names.js";
import type { FileFacts, ImportFact } from "./file-facts.js";
import { BUILT, FLOWN, HOW } from "./file-facts.js";
import {
  callChain,
  creating,
  hasNestedObject,
  isPromiseAll,
  isCallback,
  stringHow,
  keyText,
  promisesOf,
  receiverOf,
  unwrap,
} from "./literals.js";
import { Occurrences } from "./occurrences.js";
import { Position } from "./position.js";
import { delegateIn, isPrismaWord, keyContext, typeContext } from "./prisma-words.js";
import type { Owner } from "./scope.js";
import { TypeOwners } from "./type-owners.js";
import { Uses } from "./uses.js";
import { delegateOf, ValueOwners } from "./value-owners.js";

type UseFacts = Pick<
  FileFacts,
  "uses" | "prismaTypes" | "delegates" | "sdkCalls" | "names" | "hows" | "owned"
>;

/** Walks a file once and notes which names it uses, how, and of what. */
export class UseCollector {
  /** Local names of imports that occur. */
  public readonly used = new Set<string>();
  public readonly uses = new Uses();
  private readonly prismaTypes = new Set<string>();
  private readonly delegates = new Set<string>();
  private readonly sdkCalls = new Set<string>();
  private readonly occurrences = new Occurrences();
  private readonly imported: ReadonlySet<string>;
  private readonly types: TypeOwners;
  private readonly values: ValueOwners;
  private readonly at = new Position();

  public constructor(source: ts.SourceFile, imports: readonly ImportFact[]) {
    this.imported = new Set(imports.flatMap(({ names }) => names.map(([, local]) => local)));
    this.types = new TypeOwners(source, this.imported);
    this.values = new ValueOwners(this.types, this.imported);
  }

  public facts(): UseFacts {
    return {
      uses: [...this.uses.all],
      prismaTypes: [...this.prismaTypes],
      delegates: [...this.delegates],
      sdkCalls: [...this.sdkCalls],
      ...this.occurrences.facts(),
    };
  }

  public readonly visit = (node: ts.Node): void => {
    switch (node.kind) {
      case ts.SyntaxKind.ImportDeclaration:
        return;
      case ts.SyntaxKind.Identifier:
        return this.visitIdentifier(node as ts.Identifier);
      case ts.SyntaxKind.PropertyAccessExpression:
        return this.visitAccess(node as ts.PropertyAccessExpression);
      case ts.SyntaxKind.QualifiedName:
        return this.visitQualified(node as ts.QualifiedName);
      case ts.SyntaxKind.CallExpression:
        return this.visitCall(node as ts.CallExpression);
      case ts.SyntaxKind.ObjectLiteralExpression:
        return this.visitObject(node as ts.ObjectLiteralExpression);
      case ts.SyntaxKind.SatisfiesExpression:
      case ts.SyntaxKind.AsExpression:
        return this.visitTyped(node as ts.SatisfiesExpression | ts.AsExpression);
      case ts.SyntaxKind.VariableDeclaration:
        return this.visitVariable(node as ts.VariableDeclaration);
      case ts.SyntaxKind.ReturnStatement:
        return this.visitReturn(node as ts.ReturnStatement);
      case ts.SyntaxKind.FunctionDeclaration:
      case ts.SyntaxKind.MethodDeclaration:
        return this.uses.inPart(node, () => this.visitFunction(node as ts.MethodDeclaration));
      case ts.SyntaxKind.ModuleDeclaration:
        return this.uses.inPart(node, () => ts.forEachChild(node, this.visit));
      case ts.SyntaxKind.FunctionExpression:
      case ts.SyntaxKind.ArrowFunction:
      case ts.SyntaxKind.Constructor:
      case ts.SyntaxKind.GetAccessor:
      case ts.SyntaxKind.SetAccessor:
        return this.visitFunction(node as ts.FunctionLikeDeclaration);
      case ts.SyntaxKind.ForOfStatement:
        return this.visitForOf(node as ts.ForOfStatement);
      case ts.SyntaxKind.Block:
      case ts.SyntaxKind.ModuleBlock:
      case ts.SyntaxKind.CaseBlock:
      case ts.SyntaxKind.CatchClause:
      case ts.SyntaxKind.ForStatement:
        return this.at.inScope(() => ts.forEachChild(node, this.visit));
      case ts.SyntaxKind.PropertySignature:
      case ts.SyntaxKind.PropertyDeclaration:
        return this.visitMember(node as ts.PropertySignature | ts.PropertyDeclaration);
      case ts.SyntaxKind.StringLiteral:
      case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
        return this.visitString(node as ts.StringLiteralLike);
    }
    ts.forEachChild(node, this.visit);
  };

  private visitIdentifier(node: ts.Identifier): void {
    if (!this.imported.has(node.text)) return;
    this.used.add(node.text);
    this.uses.add(node.text);
  }

  private visitAccess(node: ts.PropertyAccessExpression): void {
    const chain = [node.name.text];
    let root = unwrap(node.expression);
    for (; ts.isPropertyAccessExpression(root); root = unwrap(root.expression)) chain.unshift(root.name.text);
    const named = ts.isIdentifier(root) && !this.addChain(root.text, chain);
    if (!ts.isIdentifier(root)) this.visit(root);
    const full = ts.isIdentifier(root) ? [root.text, ...chain] : ["", ...chain];
    const delegate = delegateIn(full);
    if (delegate !== null) this.delegates.add(delegate);
    // Those two chains name a model and an SDK function, and no members.
    if (delegateOf(full) !== null || this.values.sdkAccessor(full, this.at.scope) !== null) return;
    let owner = this.values.of(root, this.at.scope);
    for (const [index, name] of chain.entries()) {
      // `props.body` is how every operation gets its request: it never means a column of that name.
      const request = named && index === 0 && name === "body" && (root as ts.Identifier).text === "props";
      if (!request) this.occurrences.add(owner, name, HOW.reads);
      owner = this.types.member(owner, name);
    }
  }

  /** Notes a dotted use of an import; true if it was one. */
  private addChain(root: string, chain: readonly string[]): boolean {
    if (root === "Prisma" && chain[0] !== undefined) this.prismaTypes.add(chain[0]);
    if (!this.imported.has(root) || this.at.scope.declares(root)) return false;
    this.used.add(root);
    const accessor = this.values.sdkAccessor([root, ...chain], this.at.scope);
    if (accessor !== null) this.sdkCalls.add(accessor);
    this.uses.add(accessor === null ? [root, ...chain.slice(0, 2)].join(".") : root);
    return true;
  }

  private visitQualified(node: ts.QualifiedName): void {
    const [root = "", ...chain] = entityName(node).split(".");
    this.addChain(root, chain);
  }

  private visitCall(node: ts.CallExpression): void {
    const chain = callChain(node) ?? [];
    const { literal } = this.at;
    const accessor = this.values.sdkAccessor(chain, this.at.scope);
    const delegate = delegateOf(chain);
    this.at.within(null, () => {
      this.visit(node.expression);
      node.typeArguments?.forEach(this.visit);
    });
    for (const [index, argument] of node.arguments.entries())
      if (accessor !== null && index === 1 && ts.isObjectLiteralExpression(argument))
        this.visitRequest(argument, accessor);
      else if (isCallback(argument)) this.visitCallback(argument, node, chain, literal);
      else {
        if (delegate === null && hasNestedObject(argument)) this.occurrences.add(null, FLOWN, HOW.builds);
        const same = isPromiseAll(node) ? literal : null;
        this.at.within(delegate === null ? same : `prisma:${delegate}`, () => this.visit(argument));
      }
  }

  /** The keys of what an SDK function takes are parameters of the path, but for its body. */
  private visitRequest(node: ts.ObjectLiteralExpression, accessor: string): void {
    for (const property of node.properties) {
      const name = property.name === undefined ? null : keyText(property.name);
      const value = ts.isPropertyAssignment(property) ? property.initializer : null;
      if (name === "body") this.flow(value ?? (property.name as ts.Expression), `body:${accessor}`);
      else if (value !== null) this.at.within(null, () => this.visit(value));
      else ts.forEachChild(property, this.visit);
    }
  }

  /** `rows.map((row) => …)` and `ArrayUtil.asyncMap(rows, (row) => …)`: the row is one of those rows. */
  private visitCallback(
    callback: ts.ArrowFunction | ts.FunctionExpression,
    call: ts.CallExpression,
    chain: readonly string[],
    literal: Owner,
  ): void {
    const method = chain.at(-1) ?? "";
    const first = call.arguments[0];
    const list = /^async[A-Z]/.test(method) && first !== callback ? first : receiverOf(call);
    const element = /[mM]ap$|[fF]ilter$|[fF]orEach$|^(?:find|some|every|flatMap|findIndex)$/.test(method);
    const row = element ? this.values.of(list, this.at.scope) : null;
    this.visitFunction(callback, row, /[mM]ap$/.test(method) ? literal : null);
  }

  private visitObject(node: ts.ObjectLiteralExpression): void {
    const { literal: owner, context: outer } = this.at;
    const alone = node.properties.length === 1 ? HOW.alone : 0;
    const prisma = owner !== null && /^(?:prisma|type):/.test(owner);
    const argument = ts.isCallExpression(node.parent);
    if (owner !== null && !prisma) this.occurrences.add(owner, BUILT, HOW.builds);
    for (const property of node.properties) {
      const key = property.name === undefined ? null : keyText(property.name);
      this.at.context = outer;
      this.at.literal = owner;
      if (key === null) {
        this.visit(property);
        continue;
      }
      // What operations and helpers take as `{ body }` means no column of that name.
      const parameter = argument && owner === null && key === "body";
      if (!parameter) this.occurrences.add(owner, key, outer | alone | creating(property));
      this.at.context = keyContext(key, outer);
      const inner = prisma && isPrismaWord(key) ? owner : this.types.member(owner, key);
      if (ts.isShorthandPropertyAssignment(property)) this.flow(property.name, inner);
      else if (ts.isPropertyAssignment(property)) this.flow(property.initializer, inner);
      else this.visit(property);
    }
    this.at.context = outer;
    this.at.literal = owner;
  }

  /** A value goes to where something of that owner is expected. */
  private flow(node: ts.Expression, owner: Owner): void {
    const value = unwrap(node);
    const expected = owner !== null && /^(?:dto|body|answer):/.test(owner);
    if (expected && this.values.isMade(value, this.at.scope)) this.occurrences.add(owner, FLOWN, HOW.builds);
    this.at.within(owner, () => this.visit(node), this.at.context);
  }

  private visitTyped(node: ts.SatisfiesExpression | ts.AsExpression): void {
    const owner = this.types.ofType(node.type);
    const outer = this.at.context;
    this.at.context = typeContext(node.type) ?? outer;
    if (owner === null) this.visit(node.expression);
    else this.flow(node.expression, owner);
    this.at.context = outer;
    this.visit(node.type);
  }

  private visitVariable(node: ts.VariableDeclaration): void {
    const { initializer, type, name } = node;
    const declared = this.types.ofType(type);
    if (type !== undefined) this.visit(type);
    if (initializer !== undefined) {
      const outer = this.at.context;
      this.at.context = (type === undefined ? null : typeContext(type)) ?? HOW.builds;
      if (declared === null) this.at.within(null, () => this.visit(initializer), this.at.context);
      else this.flow(initializer, declared);
      this.at.context = outer;
    }
    const tuple = ts.isArrayBindingPattern(name) ? promisesOf(initializer) : null;
    if (tuple === null || !ts.isArrayBindingPattern(name))
      return this.declare(name, type === undefined ? this.values.of(initializer, this.at.scope) : declared);
    for (const [index, element] of name.elements.entries())
      if (ts.isBindingElement(element))
        this.declare(element.name, this.values.of(tuple[index], this.at.scope));
  }

  private visitReturn(node: ts.ReturnStatement): void {
    if (node.expression !== undefined) this.flow(node.expression, this.at.returns);
  }

  /** `row` is what the first parameter is where it has no type, `result` what is returned where that has none. */
  private visitFunction(node: ts.FunctionLikeDeclaration, row: Owner = null, result: Owner = null): void {
    const { returns } = this.at;
    this.at.inScope(() => {
      if (ts.canHaveDecorators(node)) ts.getDecorators(node)?.forEach(this.visit);
      node.typeParameters?.forEach(this.visit);
      for (const [index, parameter] of node.parameters.entries()) {
        if (ts.canHaveDecorators(parameter)) ts.getDecorators(parameter)?.forEach(this.visit);
        if (parameter.type !== undefined) this.visit(parameter.type);
        if (parameter.initializer !== undefined) this.visit(parameter.initializer);
        const unwritten = index === 0 ? row : null;
        this.declare(
          parameter.name,
          parameter.type === undefined ? unwritten : this.types.ofType(parameter.type),
        );
      }
      if (node.type !== undefined) this.visit(node.type);
      this.at.returns = node.type === undefined ? result : this.types.ofType(node.type);
      const { body } = node;
      if (body !== undefined && ts.isBlock(body)) ts.forEachChild(body, this.visit);
      else if (body !== undefined) this.flow(body, this.at.returns);
    });
    this.at.returns = returns;
  }

  private visitForOf(node: ts.ForOfStatement): void {
    this.visit(node.expression);
    const rows = this.values.of(node.expression, this.at.scope);
    this.at.inScope(() => {
      if (ts.isVariableDeclarationList(node.initializer))
        for (const each of node.initializer.declarations) this.declare(each.name, rows);
      else this.visit(node.initializer);
      this.visit(node.statement);
    });
  }

  /** Declares the names of a binding; the keys that it takes apart are read. */
  private declare(name: ts.BindingName, owner: Owner): void {
    if (ts.isIdentifier(name)) return this.at.scope.declare(name.text, owner);
    for (const element of name.elements) {
      if (!ts.isBindingElement(element)) continue;
      if (element.initializer !== undefined) this.visit(element.initializer);
      const key = element.propertyName ?? element.name;
      if (ts.isArrayBindingPattern(name) || element.dotDotDotToken !== undefined || !ts.isIdentifier(key))
        this.declare(element.name, owner);
      else {
        this.occurrences.add(owner, key.text, HOW.reads);
        this.declare(element.name, this.types.member(owner, key.text));
      }
    }
  }

  private visitMember(node: ts.PropertySignature | ts.PropertyDeclaration): void {
    const key = keyText(node.name);
    const parameter =
      ts.isTypeLiteralNode(node.parent) && ts.isParameter(node.parent.parent) && key === "body";
    if (key !== null && !parameter) this.occurrences.add(null, key, HOW.declares);
    ts.forEachChild(node, (child) => {
      if (child !== node.name) this.visit(child);
    });
  }

  private visitString(node: ts.StringLiteralLike): void {
    const how = stringHow(node);
    if (how !== 0) this.occurrences.add(null, node.text, how);
  }
}
