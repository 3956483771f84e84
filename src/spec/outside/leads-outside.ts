import { ts } from "ts-morph";
import { Declarations } from "./declarations.js";
import { isNumber } from "./is-number.js";

/** A place in code that leads out of the backend. */
export interface OutsideWord {
  /** The character at which it stands. */
  readonly start: number;
  readonly found: string;
  /** What to do instead. */
  readonly advice: string;
}

/** What the language brings along that reaches nothing but values. Whatever else nobody declares leads outside. */
const VALUES: ReadonlySet<string> = new Set(
  `Array ArrayBuffer BigInt Boolean Buffer DataView Date Error Infinity Intl Iterator JSON Map Math NaN Number Object
  Promise RangeError RegExp Set String Symbol TextDecoder TextEncoder TypeError URL URLSearchParams Uint8Array WeakMap
  WeakSet atob btoa clearTimeout console crypto decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN
  parseFloat parseInt setTimeout structuredClone undefined`.split(/\s+/),
);

/** Members that lead from any value to code that is text, or to settings and secrets. */
const MEMBERS: ReadonlySet<string> = new Set(
  `constructor prototype __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ getPrototypeOf
  setPrototypeOf getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols
  defineProperty defineProperties prepareStackTrace callee caller env mainModule binding`.split(/\s+/),
);

/** What the frame gives to operations; the rest of it are settings and connections. */
const FRAME: ReadonlySet<string> = new Set(["prisma", "log"]);

const GIVEN =
  "Code that is written here reads and writes the database and answers; it has no network, no files, no secrets.";
const BY_NUMBER =
  "Say `.at(index)` for an element, write the name of a property out, and keep what has keys in a Map.";

/** Code whose author nobody knows names nothing that leads outside: everything in it is a value, or was given to it. */
export function leadsOutside(source: ts.SourceFile): readonly OutsideWord[] {
  const declarations = new Declarations(source);
  const found: OutsideWord[] = [];
  const visit = (node: ts.Node): void => {
    const isType = ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node);
    const word = isType ? wordOfType(node) : wordOf(node, declarations);
    if (word !== null) found.push({ start: node.getStart(source), ...word });
    if (!isType) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

type Word = Omit<OutsideWord, "start">;

function wordOf(node: ts.Node, declarations: Declarations): Word | null {
  if (node.kind === ts.SyntaxKind.ImportKeyword || ts.isMetaProperty(node))
    return { found: "import", advice: GIVEN };
  if (ts.isImportDeclaration(node)) return wordOfImport(node);
  if (ts.isElementAccessExpression(node)) return wordOfIndex(node.argumentExpression, declarations);
  if (ts.isComputedPropertyName(node) && ts.isBindingElement(node.parent))
    return wordOfIndex(node.expression, declarations);
  if (ts.isBindingElement(node)) return wordOfUnpacked(node);
  return ts.isIdentifier(node) ? wordOfName(node, declarations) : null;
}

/** What the transformer of the validators writes into the program as code. */
function wordOfType(node: ts.TypeNode): Word | null {
  const text = node.getText();
  return /\bTagBase\b|typia\.tag|\bvalidate\b/.test(text)
    ? { found: text.slice(0, SHOWN), advice: GIVEN }
    : null;
}

/** Modules of Node that do more than to compute, and packages that ask others. */
const MODULES =
  /^(?:node:(?!(?:assert|buffer|crypto|path|url|util)$)|(?:child_process|cluster|dgram|dns|fs|https?|http2|inspector|module|net|os|process|repl|tls|v8|vm|worker_threads|axios|cross-fetch|execa|got|ky|needle|node-fetch|nodemailer|shelljs|socket\.io(?:-client)?|superagent|undici|ws|zx)(?:\/|$))/;

function wordOfImport({ moduleSpecifier }: ts.ImportDeclaration): Word | null {
  const path = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
  return MODULES.test(path) ? { found: path, advice: GIVEN } : null;
}

/** What somebody else imported into the file. */
function isImported(declared: ts.Declaration): boolean {
  const from = ts.findAncestor(declared, ts.isImportDeclaration);
  return from !== undefined && wordOfImport(from) !== null;
}

/** A word that is put together would say what may not be said. */
function wordOfIndex(index: ts.Expression, declarations: Declarations): Word | null {
  if (ts.isStringLiteralLike(index))
    return isMember(index.text) ? { found: index.text, advice: GIVEN } : null;
  return isNumber(index, declarations) ? null : { found: index.getText().slice(0, SHOWN), advice: BY_NUMBER };
}

function wordOfUnpacked({ propertyName }: ts.BindingElement): Word | null {
  return propertyName !== undefined && ts.isStringLiteral(propertyName) && isMember(propertyName.text)
    ? { found: propertyName.text, advice: GIVEN }
    : null;
}

function wordOfName(node: ts.Identifier, declarations: Declarations): Word | null {
  const { text, parent } = node;
  if (isMember(text)) return { found: text, advice: GIVEN };
  if (isNameOfMember(node)) return null;
  if (text === "MyGlobal") {
    const isGiven = ts.isPropertyAccessExpression(parent) && FRAME.has(parent.name.text);
    return isGiven || ts.isImportSpecifier(parent)
      ? null
      : { found: parent.getText().slice(0, SHOWN), advice: GIVEN };
  }
  const declared = declarations.of(node);
  const isInside = VALUES.has(text) || declared.length > 0;
  return isInside && !declared.some(isImported) ? null : { found: text, advice: GIVEN };
}

function isMember(text: string): boolean {
  return MEMBERS.has(text) || (/^\$\w/.test(text) && text !== "$transaction");
}

/** Names that stand for a member of something, and for nothing by themselves. */
function isNameOfMember(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) return parent.propertyName === node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isClassElement(parent) && parent.name === node;
}

const SHOWN = 80;
