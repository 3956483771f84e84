import { ts } from "ts-morph";
import { parseTypescript } from "../../source/parse-typescript.js";
import type { Backend, BackendFile } from "../../source/backend.js";
import type { Span } from "../../source/edit.js";

/** A member of what a function is given that it makes nothing of. */
export interface IdleInput {
  readonly path: string;
  readonly name: string;
  readonly span: Span;
}

/** What functions are told of an actor by their callers and do not use, such as a collector that no longer writes him. */
export function idleInputs(actor: string, { files }: Backend): readonly IdleInput[] {
  const sources = [...files.values()].filter(({ path }) => /^src\/(?!api\/).*\.ts$/.test(path));
  const given = new Set(sources.flatMap((file) => givenNames(actor, file)));
  return sources.flatMap((file) => (mentionsAny(file, given) ? idleIn(file, given) : []));
}

/** Names under which an actor is handed on: `bbsAdmins: props.admin`. */
function givenNames(actor: string, { text }: BackendFile): readonly string[] {
  const entry = new RegExp(`\\b(\\w+):\\s*(?:props\\.)?${actor}\\b(?!\\s*[.:])`, "g");
  return [...(text ?? "").matchAll(entry)].map(([, name = ""]) => name);
}

function mentionsAny({ text }: BackendFile, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => text?.includes(`${name}:`) === true);
}

function idleIn(file: BackendFile, names: ReadonlySet<string>): readonly IdleInput[] {
  const found: IdleInput[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node)) found.push(...idleOf(node, names, file.path));
    ts.forEachChild(node, visit);
  };
  visit(parseTypescript(file));
  return found;
}

function idleOf(
  owner: ts.FunctionDeclaration,
  names: ReadonlySet<string>,
  path: string,
): readonly IdleInput[] {
  const [props] = owner.parameters;
  if (props?.type === undefined || !ts.isTypeLiteralNode(props.type) || !ts.isIdentifier(props.name))
    return [];
  const read = membersRead(owner.body, props.name.text);
  if (read === null) return [];
  return props.type.members.flatMap((member): readonly IdleInput[] => {
    const name = member.name?.getText() ?? "";
    if (!names.has(name) || read.has(name)) return [];
    return [{ path, name, span: { start: member.getStart(), end: member.end } }];
  });
}

/** The members of a variable that a body reads; null where it hands all of it on. */
function membersRead(body: ts.Node | undefined, variable: string): ReadonlySet<string> | null {
  const read = new Set<string>();
  let whole = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === variable) {
      const { parent } = node;
      if (ts.isPropertyAccessExpression(parent) && parent.expression === node) read.add(parent.name.text);
      else if (!(ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent))) whole = true;
    }
    ts.forEachChild(node, visit);
  };
  if (body !== undefined) visit(body);
  return whole ? null : read;
}
