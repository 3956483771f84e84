import type { Cursor } from "./cursor.js";
import type { Token } from "./tokenize.js";

/** Collects the doc lines in front of a block or field. A blank line or a plain comment ends a doc that belongs to nothing. */
export class LeadingDoc {
  private lines: Token[] = [];

  public constructor(private readonly cursor: Cursor) {}

  /** Takes one doc line, comment or line break; false if something else comes next. */
  public takeTrivia(): boolean {
    const token = this.cursor.peek();
    if (token.kind === "doc") this.lines.push(this.cursor.next());
    else if (token.kind === "comment") {
      this.cursor.next();
      this.lines = [];
    } else if (token.kind === "newline") {
      this.cursor.next();
      if (this.cursor.peek().kind === "newline") this.lines = [];
    } else return false;
    return true;
  }

  /** Where the thing at `token` starts, its doc lines included. */
  public startBefore(token: Token): number {
    return this.cursor.lineStart(this.lines[0] ?? token);
  }

  /** The collected text; afterwards nothing is collected. */
  public flush(): string {
    const text = this.lines.map((line) => line.text).join("\n");
    this.lines = [];
    return text;
  }
}
