/** `null`. */
export interface NullLiteral {
  readonly kind: "null";
}

/** `undefined`. */
export interface UndefinedLiteral {
  readonly kind: "undefined";
}

export interface BooleanLiteral {
  readonly kind: "boolean";
  readonly value: boolean;
}

export interface NumberLiteral {
  readonly kind: "number";
  readonly value: number;
}

export interface StringLiteral {
  readonly kind: "string";
  readonly value: string;
}

/** A regular expression such as `/^a+$/i`. */
export interface RegexLiteral {
  readonly kind: "regex";
  /** What stands between the slashes. */
  readonly pattern: string;
  readonly flags: string;
}

/** A variable, parameter, function or class by its name. */
export interface Name {
  readonly kind: "name";
  readonly name: string;
}

/** A variable and properties of it, as a chain of names: "props.body.title". Whatever is read is read name by name. */
export interface Path {
  readonly kind: "path";
  readonly from: string;
}

export interface RandomBoolean {
  readonly kind: "randomBoolean";
}

/** A random integer; bounds are inclusive, null is none. */
export interface RandomInteger {
  readonly kind: "randomInteger";
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly multipleOf: number | null;
}

/** A random number; bounds are inclusive, null is none. */
export interface RandomNumber {
  readonly kind: "randomNumber";
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly multipleOf: number | null;
}

/** A random text of any characters. */
export interface RandomString {
  readonly kind: "randomString";
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** A random text that matches a regular expression. */
export interface RandomPattern {
  readonly kind: "randomPattern";
  readonly pattern: string;
}

/** A random text of a format such as "email", "uuid", "uri" or "date-time". */
export interface RandomFormat {
  readonly kind: "randomFormat";
  readonly format: string;
}

/** A random value of a type such as "IBbsArticle.ICreate". */
export interface RandomType {
  readonly kind: "randomType";
  readonly type: string;
}

/** The last resort: code as text, for what no other kind says. */
export interface Raw {
  readonly kind: "raw";
  readonly code: string;
}

/** Expressions that hold no others. */
export type Leaf =
  | NullLiteral
  | UndefinedLiteral
  | BooleanLiteral
  | NumberLiteral
  | StringLiteral
  | RegexLiteral
  | Name
  | Path
  | RandomBoolean
  | RandomInteger
  | RandomNumber
  | RandomString
  | RandomPattern
  | RandomFormat
  | RandomType
  | Raw;
