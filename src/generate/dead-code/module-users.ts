import { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";

type User = ts.ImportDeclaration | ts.ExportDeclaration;

/** Who imports or re-exports a file, by the compiler's own resolution. */
export class ModuleUsers {
  private readonly users = new Map<ts.SourceFile, User[]>();

  constructor(program: TypedProgram) {
    for (const file of program.files.values()) {
      for (const statement of file.statements) {
        if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
        const specifier = statement.moduleSpecifier;
        if (specifier === undefined) continue;
        const target = program.checker.getSymbolAtLocation(specifier)?.declarations?.[0];
        if (target === undefined || !ts.isSourceFile(target)) continue;
        const known = this.users.get(target);
        if (known === undefined) this.users.set(target, [statement]);
        else known.push(statement);
      }
    }
  }

  usersOf(file: ts.SourceFile): readonly User[] {
    return this.users.get(file) ?? [];
  }
}
