import type { Annotation, Check } from "../host/github/check-runs.js";
import type { Work } from "../run/outcome.js";
import { plural } from "./markdown.js";
import { verificationTable } from "./sections/verification-table.js";

/** The check `autobe / verify`: every gate, and an annotation for each place that a person should see. */
export function verifyCheck({ gates, plan }: Work): Check {
  const failed = gates.filter((gate) => gate.verdict === "failed");
  const skipped = gates.filter((gate) => gate.verdict === "skipped");
  const passed = gates.length - failed.length - skipped.length;
  // Somebody has asked for a run in the configuration; without one this must not look like success.
  const open = passed === 0 || skipped.some(({ gate }) => gate === "run-time");
  return {
    name: "autobe / verify",
    conclusion: failed.length > 0 ? "failure" : open ? "neutral" : "success",
    title: failed.length > 0 ? `${plural(failed.length, "gate")} failed` : `${plural(passed, "gate")} passed`,
    summary:
      skipped.length === 0
        ? "Every gate was run."
        : `Not run: ${skipped.map(({ gate }) => gate).join(", ")}; the table says why.`,
    text: verificationTable(gates),
    annotations: [
      ...gates.flatMap((gate) => gate.diagnostics.flatMap(fromDiagnostic)),
      ...plan.notices.flatMap(fromNotice),
    ],
  };
}

type Found = Work["gates"][number]["diagnostics"][number];
type Said = Work["plan"]["notices"][number];

function fromDiagnostic({ path, line, status, code, message }: Found): Annotation[] {
  if (path === null || status === "fixed") return [];
  const level = status === "new" ? "failure" : "notice";
  const title = status === "new" ? code : `${code}, as in the base`;
  return [{ path, line: line ?? 1, level, title, message }];
}

function fromNotice({ kind, path, line, text }: Said): Annotation[] {
  if (path === "") return [];
  return [{ path, line: line ?? 1, level: "warning", title: kind, message: text }];
}
