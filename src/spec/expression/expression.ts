/* eslint-disable max-lines -- kinds hold each other, and files may not import each other in circles */
import type { Leaf, Raw } from "./leaf.js";

/** A value. One tree is shared by bodies and tests; from it the printer writes code. */
export type Expression =
  | Leaf
  | Template
  | PropertyAccess
  | ElementAccess
  | Unary
  | Binary
  | Logical
  | Conditional
  | TypeOf
  | In
  | Assign
  | Step
  | Arrow
  | Routine
  | Call
  | New
  | Await
  | ArrayOf
  | ObjectOf
  | Satisfies
  | As
  | NonNull
  | Filter
  | MapEach
  | ForEach
  | AsyncMap
  | AsyncForEach
  | Repeat
  | AsyncRepeat
  | RandomPick
  | RandomSample
  | RandomKeyword
  | Equal
  | NotEqual
  | Predicate
  | ErrorExpected
  | HttpErrorExpected
  | AssertType;

/** A value, or null where there is none. */
export type MaybeExpression = Expression | null;

/** A value, or the elements of one: what a call takes and what a list holds. */
export type Argument = Expression | Spread;

/** What a program does, in order. */
export type Statement =
  | Let
  | Unpack
  | ApiCall
  | ExpressionStatement
  | If
  | Return
  | Throw
  | ForOf
  | Loop
  | While
  | Try
  | Break
  | Continue
  | Raw;

/** A text with values in it: `Hello ${name}`. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly (TemplateText | TemplateValue)[];
}

export interface TemplateText {
  readonly kind: "text";
  readonly text: string;
}

export interface TemplateValue {
  readonly kind: "value";
  readonly value: Expression;
}

/** `object.name`, or `object?.name` where it is optional. */
export interface PropertyAccess {
  readonly kind: "property";
  readonly object: Expression;
  readonly name: string;
  readonly optional: boolean;
}

/** `object[index]`, or `object?.[index]` where it is optional. */
export interface ElementAccess {
  readonly kind: "element";
  readonly object: Expression;
  readonly index: Expression;
  readonly optional: boolean;
}

export interface Unary {
  readonly kind: "unary";
  readonly operator: "!" | "-" | "+" | "~" | "void" | "delete";
  readonly operand: Expression;
}

/** Arithmetic and comparison. */
export interface Binary {
  readonly kind: "binary";
  readonly operator:
    | "==="
    | "!=="
    | "=="
    | "!="
    | "<"
    | "<="
    | ">"
    | ">="
    | "+"
    | "-"
    | "*"
    | "/"
    | "%"
    | "&"
    | "|"
    | "^"
    | "<<"
    | ">>"
    | "instanceof";
  readonly left: Expression;
  readonly right: Expression;
}

export interface Logical {
  readonly kind: "logical";
  readonly operator: "&&" | "||" | "??";
  readonly left: Expression;
  readonly right: Expression;
}

/** `condition ? then : otherwise`. */
export interface Conditional {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly otherwise: Expression;
}

export interface TypeOf {
  readonly kind: "typeof";
  readonly operand: Expression;
}

/** `key in object`. */
export interface In {
  readonly kind: "in";
  readonly key: Expression;
  readonly object: Expression;
}

/** Gives a variable or property another value. */
export interface Assign {
  readonly kind: "assign";
  readonly operator: "=" | "+=" | "-=" | "*=" | "/=" | "??=" | "||=" | "&&=";
  readonly target: Expression;
  readonly value: Expression;
}

/** `target++`, or `++target` where it is a prefix. */
export interface Step {
  readonly kind: "step";
  readonly operator: "++" | "--";
  readonly target: Expression;
  readonly prefix: boolean;
}

/** A parameter of a function; the type is null where it is inferred, `optional` is `name?`. */
export interface Parameter {
  readonly name: string;
  readonly type: string | null;
  readonly optional: boolean;
}

/** A function of one expression: `(row) => row.id`. `returns` is its type, null where it is inferred. */
export interface Arrow {
  readonly kind: "arrow";
  readonly async: boolean;
  readonly parameters: readonly Parameter[];
  readonly returns: string | null;
  readonly value: Expression;
}

/** A function of statements: `async () => { … }`. `returns` is its type, null where it is inferred. */
export interface Routine {
  readonly kind: "routine";
  readonly async: boolean;
  readonly parameters: readonly Parameter[];
  readonly returns: string | null;
  readonly statements: readonly Statement[];
}

/** A call. `optional` is `callee?.()`; `types` are type arguments, mostly none. */
export interface Call {
  readonly kind: "call";
  readonly callee: Expression;
  readonly types: readonly string[];
  readonly args: readonly Argument[];
  readonly optional: boolean;
}

/** `new Date(…)`. */
export interface New {
  readonly kind: "new";
  readonly callee: Expression;
  readonly types: readonly string[];
  readonly args: readonly Argument[];
}

export interface Await {
  readonly kind: "await";
  readonly value: Expression;
}

/** `...value`, among arguments, in arrays and in objects. */
export interface Spread {
  readonly kind: "spread";
  readonly value: Expression;
}

/** `[first, second]`. */
export interface ArrayOf {
  readonly kind: "array";
  readonly items: readonly Argument[];
}

/** `{ name: value }`. */
export interface ObjectOf {
  readonly kind: "object";
  readonly members: readonly Member[];
}

export type Member = ValueMember | ComputedMember | Spread;

/** `name: value`. */
export interface ValueMember {
  readonly kind: "value";
  readonly name: string;
  readonly value: Expression;
}

/** `[key]: value`. */
export interface ComputedMember {
  readonly kind: "computed";
  readonly key: Expression;
  readonly value: Expression;
}

/** `value satisfies type`. */
export interface Satisfies {
  readonly kind: "satisfies";
  readonly value: Expression;
  readonly type: string;
}

/** `value as type`; only where the compiler cannot know better. */
export interface As {
  readonly kind: "as";
  readonly value: Expression;
  readonly type: string;
}

/** `value!`. */
export interface NonNull {
  readonly kind: "nonNull";
  readonly value: Expression;
}

/** The elements of a list that a function says yes to. */
export interface Filter {
  readonly kind: "filter";
  readonly list: Expression;
  readonly each: Expression;
}

/** What a function makes of each element of a list. */
export interface MapEach {
  readonly kind: "map";
  readonly list: Expression;
  readonly each: Expression;
}

/** Does something with each element of a list. */
export interface ForEach {
  readonly kind: "forEach";
  readonly list: Expression;
  readonly each: Expression;
}

/** What an async function makes of each element, one after the other; awaited by the one who uses it. */
export interface AsyncMap {
  readonly kind: "asyncMap";
  readonly list: Expression;
  readonly each: Expression;
}

/** Does something async with each element, one after the other; awaited by the one who uses it. */
export interface AsyncForEach {
  readonly kind: "asyncForEach";
  readonly list: Expression;
  readonly each: Expression;
}

/** A list of what a function makes of 0, 1, 2 … */
export interface Repeat {
  readonly kind: "repeat";
  readonly count: Expression;
  readonly each: Expression;
}

/** A list of what an async function makes of 0, 1, 2 …; awaited by the one who uses it. */
export interface AsyncRepeat {
  readonly kind: "asyncRepeat";
  readonly count: Expression;
  readonly each: Expression;
}

/** A random element of a list. */
export interface RandomPick {
  readonly kind: "randomPick";
  readonly list: Expression;
}

/** Several random elements of a list. */
export interface RandomSample {
  readonly kind: "randomSample";
  readonly list: Expression;
  readonly count: Expression;
}

/** Random words. `args` is a length for alphabets, alphaNumeric and name, and an object such as `{ sentences: 3 }` for paragraph and content. */
export interface RandomKeyword {
  readonly kind: "randomKeyword";
  readonly keyword: "alphabets" | "alphaNumeric" | "name" | "paragraph" | "content" | "mobile";
  readonly args: readonly Expression[];
}

/** Fails the test unless both are equal. */
export interface Equal {
  readonly kind: "equal";
  readonly title: Expression;
  readonly left: Expression;
  readonly right: Expression;
}

/** Fails the test if both are equal. */
export interface NotEqual {
  readonly kind: "notEqual";
  readonly title: Expression;
  readonly left: Expression;
  readonly right: Expression;
}

/** Fails the test unless the condition holds. */
export interface Predicate {
  readonly kind: "predicate";
  readonly title: Expression;
  readonly condition: Expression;
}

/** Fails the test unless the function throws. Put `await` around it where the function is async. */
export interface ErrorExpected {
  readonly kind: "error";
  readonly title: Expression;
  readonly routine: Expression;
}

/** Fails the test unless the function is answered with that status. Put `await` around it where the function is async. */
export interface HttpErrorExpected {
  readonly kind: "httpError";
  readonly title: Expression;
  readonly status: Expression;
  readonly routine: Expression;
}

/** Throws unless the value is of the type at run time; the type is null where it is the value's own. */
export interface AssertType {
  readonly kind: "assertType";
  readonly value: Expression;
  readonly type: string | null;
}

/** `const name: type = value`. Not constant is `let`; no type means that it is inferred. */
export interface Let {
  readonly kind: "let";
  readonly constant: boolean;
  readonly name: string;
  readonly type: string | null;
  readonly value: MaybeExpression;
}

/** `const { a, b } = value` or `const [a, b] = value`. */
export interface Unpack {
  readonly kind: "unpack";
  readonly from: "object" | "array";
  readonly names: readonly UnpackedName[];
  readonly value: Expression;
}

/** `property` is null where it is called as the variable is. */
export interface UnpackedName {
  readonly name: string;
  readonly property: string | null;
}

/** `const result: type = await api.functional.<accessor>(connection, props)`; it is awaited, and its type is not asserted. */
export interface ApiCall {
  readonly kind: "apiCall";
  /** The variable that holds the answer; null if nobody needs it. */
  readonly result: string | null;
  readonly type: string | null;
  /** Such as "bbs.member.articles.create". */
  readonly accessor: string;
  readonly connection: Expression;
  /** Path parameters and body; null if there are none. */
  readonly props: MaybeExpression;
}

/** An expression for what it does. */
export interface ExpressionStatement {
  readonly kind: "expression";
  readonly value: Expression;
}

export interface If {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

export interface Return {
  readonly kind: "return";
  readonly value: MaybeExpression;
}

export interface Throw {
  readonly kind: "throw";
  readonly value: Expression;
}

/** `for (const name of list)`. */
export interface ForOf {
  readonly kind: "forOf";
  readonly name: string;
  readonly list: Expression;
  readonly statements: readonly Statement[];
}

/** `for (let name: type = start; condition; step)`. */
export interface Loop {
  readonly kind: "loop";
  readonly name: string;
  readonly type: string | null;
  readonly start: Expression;
  readonly condition: Expression;
  readonly step: Expression;
  readonly statements: readonly Statement[];
}

export interface While {
  readonly kind: "while";
  readonly condition: Expression;
  readonly statements: readonly Statement[];
}

/** `try { statements } catch (error) { rescue } finally { finally }`; null where there is no such part. */
export interface Try {
  readonly kind: "try";
  readonly statements: readonly Statement[];
  /** Name of what was thrown; null if nobody needs it. */
  readonly error: string | null;
  readonly rescue: readonly Statement[] | null;
  readonly finally: readonly Statement[] | null;
}

export interface Break {
  readonly kind: "break";
}

export interface Continue {
  readonly kind: "continue";
}
