import type { ContractChange } from "../../spec/contract/contract-change.js";

/** What callers will notice; nothing where that is nothing. */
export function contractText(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return "";
  const lines = contract.map(
    ({ effect, name, to, breaking }) =>
      `  ${breaking ? "breaking" : "compatible"}: ${effect}: ${name}${to === null ? "" : ` → ${to}`}\n`,
  );
  return `What callers will notice (${contract.length}):\n${lines.join("")}`;
}
