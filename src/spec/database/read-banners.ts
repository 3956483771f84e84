import type { Span } from "../../source/edit.js";
import type { Banner } from "./database-spec.js";

const LINE = /^[^\S\n]*\/\/(?!\/)[^\S\n]?([^\r\n]*)/;

/**
 * Finds the comment banners that head the parts of a model: adjacent comment lines of which at least one is a rule
 * of dashes (or equal signs), and the rest is the title.
 */
export function readBanners(text: string, body: Span): readonly Banner[] {
  const banners: Banner[] = [];
  let group: { start: number; end: number; lines: string[] } | null = null;
  let at = body.start;
  while (at <= body.end) {
    const stop = Math.min(...[text.indexOf("\n", at), body.end].filter((index) => index >= at));
    const line = LINE.exec(text.slice(at, stop));
    if (line !== null) {
      group ??= { start: at, end: at, lines: [] };
      group.end = at + line[0].trimEnd().length;
      group.lines.push((line[1] as string).trim());
    } else if (group !== null) {
      const title = group.lines.filter((each) => !/^[-=]*$/.test(each)).join(" ");
      if (group.lines.some((each) => /^[-=]{2,}$/.test(each)))
        banners.push({ title, span: { start: group.start, end: group.end } });
      group = null;
    }
    at = stop + 1;
  }
  return banners;
}
