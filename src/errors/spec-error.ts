/** The backend's code cannot be read as a spec: names the file and line, and what stands there. */
export class SpecError extends Error {
  public override readonly name = "SpecError";

  public constructor(
    public readonly path: string,
    /** 1-based. */
    public readonly line: number,
    public readonly detail: string,
  ) {
    super(`${path}:${line}: ${detail}`);
  }
}

/** 1-based line of an offset; a carriage return belongs to the line it ends. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
