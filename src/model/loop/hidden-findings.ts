import { childPath, ROOT } from "../schema/path.js";
import { visibleText } from "../../util/visible-text.js";
import type { Finding } from "./finding.js";

/** Texts of an answer in which something stands that nobody sees. */
export function hiddenFindings(value: unknown, path: string = ROOT): readonly Finding[] {
  if (typeof value === "string") {
    const seen = value.split("\r\n").map(visibleText).join("\r\n");
    if (seen === value) return [];
    const expected = "a text that everybody sees to the last character";
    return [{ path, expected, found: seen, candidates: [seen], advice: null, by: "schema" }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    hiddenFindings(each, childPath(path, Array.isArray(value) ? Number(key) : key)),
  );
}
