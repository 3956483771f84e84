import type { Diagnostic, GateResult } from "../../verify/diagnostic.js";
import { testTable } from "./test-table.js";
import { code, details, plain, plural, seconds, table } from "../markdown.js";

/** What each gate found, how long it took, and with which versions. */
export function verificationTable(gates: readonly GateResult[]): string {
  const rows = gates.map((gate) => [gate.gate, resultOf(gate), seconds(gate.duration), plain(gate.summary)]);
  const found = gates.flatMap((gate) => gate.diagnostics);
  const carried = found.filter((diagnostic) => diagnostic.status === "base");
  const parts = [table(["Gate", "Result", "Time", "Checked"], rows)];
  if (carried.length > 0)
    parts.push(
      details(`${plural(carried.length, "error")} that the base already has`, diagnosticTable(carried)),
    );
  const tests = gates.flatMap((gate) => gate.tests ?? []);
  if (tests.length > 0) parts.push(details(plural(tests.length, "test"), testTable(tests)));
  return parts.join("\n\n");
}

export function diagnosticTable(diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map((each) => [
    code(each.code),
    each.path === null ? "" : code(each.line === null ? each.path : `${each.path}:${each.line}`),
    each.artefact === null ? "" : code(each.artefact),
    plain(each.message),
  ]);
  return table(["Code", "Place", "Artefact", "Message"], rows, 6_000);
}

function resultOf(gate: GateResult): string {
  const fresh = gate.diagnostics.filter((each) => each.status === "new").length;
  const fixed = gate.diagnostics.filter((each) => each.status === "fixed").length;
  const extra = [fresh > 0 ? `${fresh} new` : "", fixed > 0 ? `${fixed} gone` : ""].filter(
    (each) => each !== "",
  );
  return extra.length === 0 ? gate.verdict : `${gate.verdict} (${extra.join(", ")})`;
}
