import { applySplices } from "../../source/edit.js";
import type { WrittenBody } from "../../spec/body/patch/patch-body.js";
import { labelled } from "./labelled.js";
import type { Target } from "./target.js";

/** The code of a function, with the label of each statement in front of it. */
export function showLabelled({ text, written }: Target, { statements, spans }: WrittenBody): string {
  const marks = labelled(statements).flatMap(({ label, statement }) => {
    const span = spans.get(statement);
    return span === undefined ? [] : [{ start: span.start, end: span.start, text: `/* ${label} */ ` }];
  });
  const { body } = written;
  const marked = applySplices(text.slice(0, body.end), marks);
  return marked.slice(body.getStart());
}
