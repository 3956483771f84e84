import { lineAt, SpecError } from "../../errors/spec-error.js";
import { type Token, tokenize } from "./tokenize.js";

/** A place in the tokens of one schema file. */
export class Cursor {
  private readonly tokens: readonly Token[];
  private at = 0;

  public constructor(
    public readonly path: string,
    public readonly text: string,
  ) {
    this.tokens = tokenize(path, text);
  }

  public peek(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  public next(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  /** Takes the next token if it is this mark or word. */
  public take(text: string): boolean {
    const token = this.peek();
    if (token.text !== text || token.kind === "string") return false;
    this.at++;
    return true;
  }

  public expect(text: string, where: string): Token {
    const token = this.next();
    if (token.text !== text) throw this.fail(token, `Expected "${text}" ${where}, found ${shown(token)}`);
    return token;
  }

  public word(what: string): Token {
    const token = this.next();
    if (token.kind !== "word") throw this.fail(token, `Expected ${what}, found ${shown(token)}`);
    return token;
  }

  public fail(token: Token, detail: string): SpecError {
    return new SpecError(this.path, lineAt(this.text, token.start), detail);
  }

  /** Start of the line that a token stands on, or of the token itself where something precedes it there. */
  public lineStart(token: Token): number {
    const start = this.text.lastIndexOf("\n", token.start - 1) + 1;
    return this.text.slice(start, token.start).trim() === "" ? start : token.start;
  }

  /** End of the line that the last taken token stands on, its trailing comment included, its break excluded. */
  public finishLine(): number {
    if (this.peek().kind === "comment" || this.peek().kind === "doc") this.at++;
    return (this.tokens[this.at - 1] as Token).end;
  }
}

function shown(token: Token): string {
  if (token.kind === "end") return "the end of the file";
  return token.kind === "newline" ? "the end of the line" : `"${token.text}"`;
}
