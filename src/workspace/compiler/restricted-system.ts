import { sep } from "node:path";
import type ts from "typescript";

/**
 * The compiler's view of the disk: reading only, and only below the given folders, symbolic links followed. A path in
 * a tsconfig or an import leads nowhere else.
 */
export function restrictedSystem(compiler: typeof ts, readable: readonly string[]): ts.System {
  const { sys } = compiler;
  const real = (path: string): string => sys.realpath?.(path) ?? path;
  const roots = [...new Set([...readable, ...readable.map(real)])];
  const known = new Map<string, boolean>();
  const allows = (path: string): boolean => {
    const answered = known.get(path);
    if (answered !== undefined) return answered;
    const target = real(path);
    const allowed = roots.some((root) => target === root || target.startsWith(root + sep));
    known.set(path, allowed);
    return allowed;
  };
  const refuse = (): never => {
    throw new Error("The compiler writes nothing");
  };
  return {
    ...sys,
    args: [],
    readFile: (path, encoding) => (allows(path) ? sys.readFile(path, encoding) : undefined),
    fileExists: (path) => sys.fileExists(path) && allows(path),
    directoryExists: (path) => sys.directoryExists(path) && allows(path),
    getDirectories: (path) => (allows(path) ? sys.getDirectories(path) : []),
    readDirectory: (path, ...rest) =>
      allows(path) ? sys.readDirectory(path, ...rest).filter((file) => allows(file)) : [],
    writeFile: refuse,
    createDirectory: refuse,
    deleteFile: refuse,
  };
}
