import fc from "fast-check";
import type {
  Expression,
  Member,
  Parameter,
  Spread,
  Statement,
} from "../../../src/spec/expression/expression.js";
import type { Leaf } from "../../../src/spec/expression/leaf.js";

const name = fc.constantFrom("a", "b", "user", "row", "props");
const member = fc.constantFrom("id", "title", "load", "created_at");
const type = fc.constantFrom("string", "IBbsArticle.ICreate", 'string & tags.Format<"uuid">', "A[] | null");
const text = fc.string({ unit: "binary" });
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const bound = fc.option(number);

const of = <T extends { kind: string }>(kind: T["kind"], parts: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ kind: fc.constant(kind), ...parts }) as unknown as fc.Arbitrary<T>;

const range = { minimum: bound, maximum: bound, multipleOf: bound };

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  of<Leaf>("null"),
  of<Leaf>("undefined"),
  of<Leaf>("boolean", { value: fc.boolean() }),
  of<Leaf>("number", { value: number }),
  of<Leaf>("string", { value: text }),
  of<Leaf>("regex", { pattern: fc.constantFrom("^a+$", "\\/"), flags: fc.constantFrom("", "gi") }),
  of<Leaf>("name", { name }),
  of<Leaf>("randomBoolean"),
  of<Leaf>("randomInteger", range),
  of<Leaf>("randomNumber", range),
  of<Leaf>("randomString", { minLength: bound, maxLength: bound }),
  of<Leaf>("randomPattern", { pattern: text }),
  of<Leaf>("randomFormat", { format: fc.constantFrom("email", "uuid", "uri") }),
  of<Leaf>("randomType", { type: fc.constantFrom("IBbsArticle.ICreate", "A[]") }),
  of<Leaf>("raw", { code: fc.constantFrom("this", "10n", "class {}", "async function () {}", "[, 1]") }),
);

const parameters: fc.Arbitrary<readonly Parameter[]> = fc.array(
  fc.record({ name, type: fc.option(type), optional: fc.boolean() }),
  { maxLength: 2 },
);

const fn = { async: fc.boolean(), parameters, returns: fc.option(type) };

// An interface would have no index signature, which the typed ties ask for.
type Trees = {
  readonly expression: Expression;
  readonly argument: Expression | Spread;
  readonly target: Expression;
  readonly members: Member;
  readonly statement: Statement;
};

const trees = fc.letrec<Trees>((tie) => {
  const value = tie("expression");
  const args = fc.array(tie("argument"), { maxLength: 2 });
  const statements = fc.array(tie("statement"), { maxLength: 2 });
  const pair = (kinds: readonly Expression["kind"][], first: string, second: string) =>
    kinds.map((kind) => of<Expression>(kind, { [first]: value, [second]: value }));
  return {
    expression: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      templateOf(value),
      of<Expression>("property", { object: value, name: member, optional: fc.boolean() }),
      of<Expression>("element", { object: value, index: value, optional: fc.boolean() }),
      of<Expression>("unary", {
        operator: fc.constantFrom("!", "-", "+", "~", "void"),
        operand: value.filter(({ kind }) => kind !== "number"),
      }),
      of<Expression>("binary", {
        operator: fc.constantFrom(
          "===",
          "!=",
          "<",
          ">=",
          "+",
          "-",
          "*",
          "/",
          "%",
          "&",
          "|",
          "^",
          "<<",
          "instanceof",
        ),
        left: value,
        right: value,
      }),
      of<Expression>("logical", { operator: fc.constantFrom("&&", "||", "??"), left: value, right: value }),
      of<Expression>("conditional", { condition: value, then: value, otherwise: value }),
      of<Expression>("typeof", { operand: value }),
      of<Expression>("in", { key: value, object: value }),
      of<Expression>("assign", { operator: fc.constantFrom("=", "+=", "??="), target: tie("target"), value }),
      of<Expression>("step", {
        operator: fc.constantFrom("++", "--"),
        target: tie("target"),
        prefix: fc.boolean(),
      }),
      of<Expression>("arrow", { ...fn, value }),
      of<Expression>("routine", { ...fn, statements }),
      of<Expression>("call", {
        callee: value,
        types: fc.array(type, { maxLength: 1 }),
        args,
        optional: fc.boolean(),
      }),
      of<Expression>("new", {
        callee: fc.record({ kind: fc.constant("name"), name }),
        types: fc.constant([]),
        args,
      }),
      // In code that is not async, `await (a)` is a call.
      of<Expression>("await", { value: of<Leaf>("name", { name }) }),
      of<Expression>("array", { items: args }),
      of<Expression>("object", { members: fc.array(tie("members"), { maxLength: 3 }) }),
      of<Expression>("satisfies", { value, type }),
      of<Expression>("as", { value, type }),
      of<Expression>("nonNull", { value }),
      ...pair(["filter", "map", "forEach", "asyncMap", "asyncForEach"], "list", "each"),
      ...pair(["repeat", "asyncRepeat"], "count", "each"),
      of<Expression>("randomPick", { list: value }),
      of<Expression>("randomSample", { list: value, count: value }),
      of<Expression>("randomKeyword", {
        keyword: fc.constantFrom("name", "paragraph"),
        args: fc.array(value, { maxLength: 1 }),
      }),
      of<Expression>("equal", { title: value, left: value, right: value }),
      of<Expression>("notEqual", { title: value, left: value, right: value }),
      of<Expression>("predicate", { title: value, condition: value }),
      of<Expression>("error", { title: value, routine: value }),
      of<Expression>("httpError", { title: value, status: value, routine: value }),
      of<Expression>("assertType", { value, type: fc.option(type) }),
    ),
    argument: fc.oneof(value, of<Spread>("spread", { value })),
    target: fc.oneof(
      of<Expression>("name", { name }),
      of<Expression>("property", {
        object: of("name", { name }),
        name: member,
        optional: fc.constant(false),
      }),
    ),
    members: fc.oneof(
      of<Member>("value", { name: fc.oneof(member, name, text), value }),
      of<Member>("computed", { key: value, value }),
      of<Member>("spread", { value }),
    ),
    statement: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      of<Statement>("return", { value: fc.option(value) }),
      of<Statement>("let", { constant: fc.boolean(), name, type: fc.option(type), value }),
      of<Statement>("unpack", {
        from: fc.constant("object"),
        names: fc.array(fc.record({ name, property: fc.option(member) }), { minLength: 1, maxLength: 2 }),
        value,
      }),
      of<Statement>("apiCall", {
        result: fc.constantFrom("article"),
        type: fc.option(type),
        accessor: fc.constantFrom("bbs.articles.at", "monitors.health.get"),
        connection: value,
        props: fc.option(value),
      }),
      of<Statement>("expression", { value }),
      of<Statement>("if", { condition: value, then: statements, otherwise: statements }),
      of<Statement>("throw", { value }),
      of<Statement>("forOf", { name, list: value, statements }),
      of<Statement>("loop", {
        name,
        type: fc.option(fc.constant("number")),
        start: value,
        condition: value,
        step: value,
        statements,
      }),
      of<Statement>("while", { condition: value, statements }),
      of<Statement>("try", {
        statements,
        error: fc.option(name),
        rescue: statements,
        finally: fc.option(statements),
      }),
      of<Statement>("break"),
      of<Statement>("continue"),
      of<Statement>("raw", {
        code: fc.constantFrom("debugger;", "let a = 1, b = 2;", "function f() {\n  return;\n}"),
      }),
    ),
  };
});

function templateOf(value: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const part = fc.record({ text, value });
  return fc.tuple(fc.array(part, { maxLength: 2 }), text).map(([parts, last]) => ({
    kind: "template" as const,
    parts: [
      ...parts.flatMap((each) => [
        { kind: "text" as const, text: each.text },
        { kind: "value" as const, value: each.value },
      ]),
      { kind: "text" as const, text: last },
    ].filter((each) => each.kind === "value" || each.text !== ""),
  }));
}

/** Any expression, in the kind that says it most closely. */
export const anyExpression = trees.expression;

/** Any statement, in the kind that says it most closely. */
export const anyStatement = trees.statement;
