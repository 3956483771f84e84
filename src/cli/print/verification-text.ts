import type { Diagnostic, GateResult } from "../../verify/diagnostic.js";

/** The gates with what they found; of errors that the base has already only the number. */
export function verificationText(gates: readonly GateResult[]): string {
  return gates.map(gateText).join("");
}

function gateText(gate: GateResult): string {
  const head = `${gate.verdict.padEnd(8)}${gate.gate.padEnd(11)}${gate.summary}\n`;
  const fresh = gate.diagnostics.filter((diagnostic) => diagnostic.status === "new");
  const carried = gate.diagnostics.filter((diagnostic) => diagnostic.status === "base").length;
  const lines = fresh.map((diagnostic) => `  ${diagnosticLine(diagnostic)}\n${saidByTest(diagnostic)}`);
  return head + lines.join("") + (carried > 0 ? `  ${carried} that the base has already\n` : "");
}

/** What a test threw, or its program wrote last; one line of it says too little. */
function saidByTest({ gate, message }: Diagnostic): string {
  if (gate !== "run-time") return "";
  const lines = message.trimEnd().split("\n").slice(1);
  return lines
    .slice(-SAID)
    .map((line) => `      ${line}\n`)
    .join("");
}

const SAID = 12;

export function diagnosticLine(diagnostic: Diagnostic): string {
  const { path, line, code, message, artefact } = diagnostic;
  const place = path === null ? "" : `${path}${line === null ? "" : `:${line}`} `;
  const owner = artefact === null ? "" : ` [${artefact}]`;
  return `${place}${code} ${message.split("\n")[0] ?? ""}${owner}`;
}
