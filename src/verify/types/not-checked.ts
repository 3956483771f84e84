import { WorldError } from "../../errors/world-error.js";
import type { GateName } from "../diagnostic.js";
import type { Finding } from "../gate.js";

/** A gate that could not do its work has not passed. */
export function notChecked(gate: GateName, message: string): Finding {
  const place = { path: null, line: null, artefact: null };
  return {
    summary: message.split("\n")[0] ?? message,
    diagnostics: [{ gate, code: "not-checked", message, ...place, status: "new" }],
  };
}

/** The world failed in the middle of a gate: that is a finding, with the way out. Bugs are thrown on. */
export function worldFailed(gate: GateName, error: unknown): Finding {
  if (!(error instanceof WorldError)) throw error;
  return notChecked(gate, `${error.message}. ${error.remedy}.`);
}
