import { ts } from "ts-morph";
import type { Reach } from "../../graph/reach/reach.js";
import type { RowUsers } from "../../graph/reach/row-users.js";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import { isNameInType } from "../names/member-names.js";

type Name = ts.Identifier | ts.StringLiteral;
type User = ts.ImportDeclaration | ts.ExportDeclaration;

/**
 * What an analysis sees of a backend: the files of a program, and the places of names in them. It is asked of the
 * whole backend, and notes the files it would have had to look into and has not.
 */
export class View {
  readonly missed = new Set<string>();
  private readonly places = new Map<ts.SourceFile, Map<string, Name[]>>();

  constructor(
    private readonly program: TypedProgram,
    private readonly reach: Reach,
    private readonly rows: RowUsers,
  ) {}

  file(path: string): ts.SourceFile | undefined {
    const file = this.program.file(path);
    if (file === undefined && this.reach.has(path)) this.missed.add(path);
    return file;
  }

  /** Every word of the backend; what is no name has no places. */
  words(): Iterable<string> {
    return this.reach.words();
  }

  /** All places of a name; only those of one file if it is given. */
  placesOf(name: string, file?: ts.SourceFile): readonly Name[] {
    if (file !== undefined) return this.placesIn(file).get(name) ?? [];
    return this.placesAmong(name, this.reach.filesWith(name));
  }

  /** All places where a text stands as a value: `sort === "title"`. */
  textsOf(text: string): readonly ts.StringLiteral[] {
    const found: ts.StringLiteral[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) && node.text === text && !namesProperty(node)) found.push(node);
      ts.forEachChild(node, visit);
    };
    const words = text.match(/\w+/g) ?? [];
    for (const path of this.reach.filesWith(words[0] ?? "")) {
      const file = this.file(path);
      if (file?.text.includes(text) === true) visit(file);
    }
    return found;
  }

  /** Places of a name that may mean a member of a model. */
  columnPlaces(name: string, model: string): readonly Name[] {
    return this.placesAmong(name, this.rows.naming(name, model));
  }

  /** Places of a name that may mean a declaration: its file's, and those of the files that can get at it. */
  usesOf(name: string, declaration: ts.Node): readonly Name[] {
    const path = this.program.pathOf(declaration.getSourceFile());
    if (path === null) return this.placesOf(name);
    const near = isReachedByName(declaration) ? this.reach.namersOf(path) : this.reach.carriersOf(path);
    return this.placesAmong(
      name,
      this.reach.filesWith(name).filter((each) => near.has(each)),
    );
  }

  /** Who imports or re-exports a file. */
  importsOf(file: ts.SourceFile): readonly User[] {
    const path = this.program.pathOf(file);
    return path === null ? [] : this.reach.importersOf(path).flatMap((user) => this.importsIn(user, file));
  }

  private importsIn(user: string, file: ts.SourceFile): readonly User[] {
    const found: User[] = [];
    for (const statement of this.file(user)?.statements ?? []) {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
      const specifier = statement.moduleSpecifier;
      const symbol =
        specifier === undefined ? undefined : this.program.checker.getSymbolAtLocation(specifier);
      if (symbol?.declarations?.[0] === file) found.push(statement);
    }
    return found;
  }

  private placesAmong(name: string, paths: readonly string[]): readonly Name[] {
    return paths.flatMap((path) => {
      const file = this.file(path);
      return file === undefined ? [] : (this.placesIn(file).get(name) ?? []);
    });
  }

  private placesIn(file: ts.SourceFile): ReadonlyMap<string, readonly Name[]> {
    let found = this.places.get(file);
    if (found === undefined) {
      this.places.set(file, (found = new Map()));
      collect(file, found);
    }
    return found;
  }
}

/** Every identifier, and every string that may name a property, by its text. */
function collect(node: ts.Node, found: Map<string, Name[]>): void {
  if (ts.isIdentifier(node) || (ts.isStringLiteral(node) && namesProperty(node))) {
    const known = found.get(node.text);
    if (known === undefined) found.set(node.text, [node]);
    else known.push(node);
  }
  ts.forEachChild(node, (child) => collect(child, found));
}

function namesProperty(node: ts.StringLiteral): boolean {
  return (
    (ts.isElementAccessExpression(node.parent) && node.parent.argumentExpression === node) ||
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
    namesColumn(node) ||
    isNameInType(node)
  );
}

/** In `distinct: ["title"]` and `by: ["title"]`. */
export function namesColumn(node: ts.StringLiteral): boolean {
  const list = node.parent;
  const holder = ts.isArrayLiteralExpression(list) ? list.parent : list;
  return (
    ts.isPropertyAssignment(holder) && holder.name !== node && /^(by|distinct)$/.test(holder.name.getText())
  );
}

/** Whether code gets at a declaration by importing its name only, and never through a value that it holds. */
function isReachedByName(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node)
  );
}
