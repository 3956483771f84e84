import { ts } from "ts-morph";
import { lineAt, SpecError } from "../errors/spec-error.js";
import type { BackendFile } from "./backend.js";

const parsed = new WeakMap<BackendFile, ts.SourceFile>();

/** The syntax of one file, with parents. Files are immutable, so each is parsed once for as long as it is held. */
export function parseTypescript(file: BackendFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = createSource(file.path, file.text ?? "");
  parsed.set(file, source);
  return source;
}

/** Doc comments are not parsed: the few tags that matter are read from the text, and the rest costs time. */
export function createSource(path: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  return ts.createSourceFile(path, text, options, true, ts.ScriptKind.TS);
}

/** The first place where a file does not parse; the parser goes on behind it, so what it made is a guess. */
export function syntaxError(source: ts.SourceFile): SpecError | null {
  // The parser keeps its findings on the file, but declares them for its own use only.
  const { parseDiagnostics } = source as unknown as {
    parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
  };
  const first = parseDiagnostics?.[0];
  if (first === undefined) return null;
  const detail = ts.flattenDiagnosticMessageText(first.messageText, " ");
  return new SpecError(
    source.fileName,
    lineAt(source.text, first.start),
    `The file does not parse: ${detail}`,
  );
}
