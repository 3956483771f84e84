import type { ContractChange } from "../../spec/contract/contract-change.js";
import { code, details, plural, table } from "../markdown.js";

/** What callers will notice; what can break them comes first. */
export function contractSection(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return "Callers will notice nothing: no operation and no DTO changes.";
  const breaking = contract.filter((change) => change.breaking);
  const others = contract.filter((change) => !change.breaking);
  const said = [count("breaking", breaking), count("compatible", others)].filter((part) => part !== null);
  const rows = [...breaking, ...others].map(rowOf);
  const text = table(["Change", "Of", "Breaks callers", "SDK functions"], rows, 8_000);
  return `${said.join(" · ")}\n\n${rows.length > 12 ? details("Each of them", text) : text}`;
}

function count(kind: string, changes: readonly ContractChange[]): string | null {
  if (changes.length === 0) return null;
  const effects = new Map<string, number>();
  for (const { effect } of changes) effects.set(effect, (effects.get(effect) ?? 0) + 1);
  const parts = [...effects].map(([effect, times]) => `${times} × ${effect}`);
  return `**${plural(changes.length, `${kind} change`)}**: ${parts.join(", ")}`;
}

function rowOf({ effect, name, to, breaking, calls }: ContractChange): readonly string[] {
  const what = to === null ? code(name) : `${code(name)} → ${code(to)}`;
  const shown = calls.slice(0, 3).map((call) => code(call));
  const more = calls.length > 3 ? ` and ${calls.length - 3} more` : "";
  return [effect, what, breaking ? "yes" : "no", `${shown.join("<br>")}${more}`];
}
