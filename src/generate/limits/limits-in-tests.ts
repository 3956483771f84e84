import { ts } from "ts-morph";
import type { Limits } from "../../spec/interface/limits.js";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { applySplices, type Edit, type Splice } from "../../source/edit.js";
import type { Backend } from "../../source/backend.js";
import type { DatabaseSpec } from "../../spec/database/database-spec.js";
import { importsName } from "../add/values.js";
import type { Unclear } from "../rename/unclear.js";
import { isTighter } from "../../spec/contract/limit-changes.js";
import { expectedBeside } from "../retype/expected-beside.js";
import { literalOf, type LiteralValue } from "../retype/literals.js";
import { followVariable } from "../retype/follow-variable.js";
import { Occurrences, type Carried } from "../retype/occurrences.js";
import { nothingOf } from "../retype/read-of.js";
import { programNaming } from "../retype/program-naming.js";
import { comparedWith, outermost } from "../retype/use-of-read.js";
import { generatedLength } from "./generated-length.js";
import { fitted, isWithin } from "./fit.js";

/** Limits of properties that carry one value: before, and from now on. */
export interface NewLimits extends Carried {
  /** DTO with property → its limits, and its type as it will be written. */
  readonly changed: ReadonlyMap<
    string,
    { readonly before: Limits; readonly after: Limits; readonly type: string }
  >;
}

export interface LimitedTests {
  readonly edits: readonly Edit[];
  readonly unclear: readonly Unclear[];
}

/** Lets the values that tests send keep to new limits. */
export function limitsInTests(backend: Backend, database: DatabaseSpec, limits: NewLimits): LimitedTests {
  const { program, paths } = programNaming(backend, database, limits);
  const occurrences = new Occurrences(program, limits);
  const examples = new Map<LiteralValue, LiteralValue>();
  const files = paths.flatMap((path) => {
    const file = path.startsWith("src/") ? undefined : program.file(path);
    return file === undefined ? [] : [new LimitedFile(program, occurrences, limits, file, path, examples)];
  });
  for (const each of files) each.settleKeys();
  for (const each of files) each.settleReads();
  const edits = files.flatMap(({ path, splices }): Edit[] => {
    const before = backend.files.get(path)?.text;
    if (typeof before !== "string" || splices.size === 0) return [];
    return [{ path, before, after: applySplices(before, [...splices.values()]) }];
  });
  return { edits, unclear: files.flatMap(({ unclear }) => unclear) };
}

class LimitedFile {
  public readonly splices = new Map<number, Splice>();
  public readonly unclear: Unclear[] = [];

  public constructor(
    private readonly program: TypedProgram,
    private readonly occurrences: Occurrences,
    private readonly limits: NewLimits,
    private readonly file: ts.SourceFile,
    public readonly path: string,
    private readonly examples: Map<LiteralValue, LiteralValue>,
  ) {}

  /** What is sent. */
  public settleKeys(): void {
    this.visit((node) => {
      const { parent } = node;
      if (ts.isPropertyAssignment(parent) && parent.name === node && ts.isIdentifier(node)) {
        const found = this.changeOf(this.occurrences.of(node));
        if (found !== null) this.settle(parent.initializer, found);
      }
      if (ts.isShorthandPropertyAssignment(parent) && parent.name === node) {
        const found = this.changeOf(this.occurrences.ofShorthand(parent));
        const made =
          found === null ? null : followVariable(parent.name, this.program, this.occurrences, PLAIN);
        if (found !== null && made !== null) this.settle(made, found);
      }
    });
  }

  /** What is expected of values that were sent. */
  public settleReads(): void {
    this.visit((node) => {
      const { parent } = node;
      if (!ts.isPropertyAccessExpression(parent) || parent.name !== node || !ts.isIdentifier(node)) return;
      if (this.occurrences.of(node)?.kind !== "carried") return;
      for (const beside of [...(comparedWith(outermost(parent)) ?? []), ...expectedBeside(parent)]) {
        const value = literalOf(beside);
        const example = value === null ? undefined : this.examples.get(value);
        if (example !== undefined) this.replace(beside, JSON.stringify(example));
      }
    });
  }

  private changeOf(occurrence: ReturnType<Occurrences["of"]>): Change | null {
    if (occurrence?.kind !== "carried") return null;
    return this.limits.changed.get(`${occurrence.carrier.dto}.${occurrence.carrier.property}`) ?? null;
  }

  private settle(node: ts.Expression, change: Change): void {
    if (nothingOf(node) !== null) return;
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
      return this.settle(node.expression, change);
    if (ts.isConditionalExpression(node)) {
      this.settle(node.whenTrue, change);
      return this.settle(node.whenFalse, change);
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
      return this.settle(node.right, change);
    const value = literalOf(node);
    if (value !== null) return this.settleLiteral(node, value, change);
    if (ts.isIdentifier(node)) {
      const made = followVariable(node, this.program, this.occurrences, PLAIN);
      if (made !== null) return this.settle(made, change);
    }
    if (
      ts.isPropertyAccessExpression(node) ||
      ts.isIdentifier(node) ||
      !isTighter(change.before, change.after)
    )
      return;
    if (keepsTo(node, change)) return;
    const { pattern, minLength, maxLength } = change.after;
    // A text that is made after a pattern is of any length.
    const makable = pattern === undefined || (minLength ?? maxLength) === undefined;
    if (makable && importsName(this.file, "typia") && importsName(this.file, "tags"))
      return this.replace(node, `typia.random<${change.type}>()`);
    const example = fitted("a text for a test", change.after, this.examples.size);
    if (example === null) return this.refuse(node, `${node.getText()} may be outside the new limits`);
    this.replace(node, JSON.stringify(example));
  }

  private settleLiteral(node: ts.Expression, value: LiteralValue, change: Change): void {
    const [was, is] = [isWithin(value, change.before), isWithin(value, change.after)];
    if (was === is) return;
    // Whoever sent it wanted to be refused for it.
    if (!was)
      return this.refuse(node, `${node.getText()} was outside the limits, and is no more: a test expects so`);
    const example = this.examples.get(value) ?? fitted(value, change.after, this.examples.size);
    if (example === null) return this.refuse(node, `${node.getText()} is outside the new limits`);
    this.examples.set(value, example);
    this.replace(node, JSON.stringify(example));
  }

  private visit(settle: (node: ts.Identifier | ts.StringLiteralLike) => void): void {
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && this.occurrences.concerns(node.text)) settle(node);
      ts.forEachChild(node, visit);
    };
    visit(this.file);
  }

  private replace(node: ts.Node, text: string): void {
    const start = node.getStart(this.file);
    this.splices.set(start, { start, end: node.end, text });
  }

  private refuse(node: ts.Node, why: string): void {
    const line = this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1;
    this.unclear.push({ path: this.path, line, why });
  }
}

const PLAIN = ["string", "number"];

type Change = NewLimits["changed"] extends ReadonlyMap<string, infer C> ? C : never;

/** Whether what a generator makes keeps to the new limits. */
function keepsTo(node: ts.Expression, { before, after }: Change): boolean {
  const length = generatedLength(node);
  if (length === null || after.pattern !== before.pattern || after.format !== before.format) return false;
  return length.least >= (after.minLength ?? 0) && length.most <= (after.maxLength ?? Infinity);
}
