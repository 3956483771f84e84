import type { BodyStatement } from "../../spec/body/body.js";
import { widthOf } from "../../generate/create/code/code-style.js";
import { alignTrees, type PlacedPart } from "../align-trees.js";
import type { WrittenInto } from "../compile-findings.js";
import { treePaths, type TreePaths } from "../tree-paths.js";
import type { BodyChange } from "./body-change.js";
import { changeBody } from "./change-body.js";
import { layOut } from "./lay-out.js";
import { bodyOf, functionOf, type Target } from "./target.js";
import { writeBody } from "./write-body.js";

/** An answer, and the body that it makes. */
export interface Answered {
  readonly statements: readonly BodyStatement[];
  readonly paths: TreePaths;
  /** Those that stand between others that were there before. */
  readonly inserted: readonly BodyStatement[];
}

export function answeredBy(
  answer: object,
  statements: readonly BodyStatement[],
  inserted: readonly BodyStatement[] = [],
): Answered {
  return { statements, paths: treePaths(answer), inserted };
}

/** A change of a body that is there. */
export function changedBy(change: BodyChange, before: readonly BodyStatement[]): Answered {
  const inserted = change.edits.flatMap((edit) =>
    edit.kind === "before" || edit.kind === "after" ? edit.statements : [],
  );
  return answeredBy(change, changeBody(before, change), inserted);
}

/** The answer in the text of its file, with the place of each of its parts. */
export function writtenInto(target: Target, { statements, paths, inserted }: Answered): WrittenInto {
  const written = writeBody(target, statements);
  const text = layOut(written, partsIn(target, written, statements), inserted, widthOf(target));
  return { path: target.path, text, parts: partsIn(target, text, statements), paths };
}

function partsIn(
  { operation }: Target,
  text: string,
  statements: readonly BodyStatement[],
): readonly PlacedPart[] {
  const written = functionOf(operation, text);
  const body = written === null ? null : bodyOf(written);
  return body === null ? [] : alignTrees(statements, body.statements, body.spans);
}
