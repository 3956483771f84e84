/** What TypeScript's printer writes to. It is declared for the compiler's own use only, so its shape is repeated here. */
export interface TextWriter {
  readonly getText: () => string;
}

/** Collects text; every line but the first begins with the indent and two spaces a level. Texts of several lines are kept as they are. */
export function createTextWriter(indent = ""): TextWriter {
  let text = "";
  let level = 0;
  let lineStart = true;
  const write = (part: string): void => {
    if (part === "") return;
    text += (lineStart && text !== "" ? indent + "  ".repeat(level) : "") + part;
    lineStart = part.endsWith("\n");
  };
  const writeLine = (force?: boolean): void => {
    if (lineStart && force !== true) return;
    text += "\n";
    lineStart = true;
  };
  return Object.assign(writersOf(write), {
    getText: () => text,
    clear: () => {
      text = "";
    },
    rawWrite: (part: string) => {
      text += part;
      lineStart = part.endsWith("\n");
    },
    writeLine,
    increaseIndent: () => void level++,
    decreaseIndent: () => void level--,
    getIndent: () => level,
    getTextPos: () => text.length,
    getLine: () => text.split("\n").length - 1,
    getColumn: () => (lineStart ? level * 2 : text.length - text.lastIndexOf("\n") - 1),
    isAtStartOfLine: () => lineStart,
    hasTrailingComment: () => false,
    hasTrailingWhitespace: () => /\s$/.test(text),
  });
}

/** The printer tells apart what it writes; here it is all text. */
function writersOf(write: (part: string) => void) {
  return {
    write,
    writeComment: write,
    writeKeyword: write,
    writeLiteral: write,
    writeOperator: write,
    writeParameter: write,
    writeProperty: write,
    writePunctuation: write,
    writeSpace: write,
    writeStringLiteral: write,
    writeSymbol: write,
    writeTrailingSemicolon: write,
  };
}
