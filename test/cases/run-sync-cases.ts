import { caseNames, loadCase } from "./load-case.js";
import { sync, syncCase } from "./sync-case.js";
import { differingPaths, expectationOf } from "./sync-expectations.js";

/** Syncs what a person would write of each case by hand; gives how many do not come to what they should. */
export async function runSyncCases(chosen: (name: string) => boolean): Promise<number> {
  console.log(
    "| case | changes found | files that differ | second run | why |\n| --- | --- | --- | --- | --- |",
  );
  let bad = 0;
  for (const name of caseNames().filter(chosen)) {
    const { written, differs } = expectationOf(name);
    if (written === null) {
      console.log(`| ${name} | – | – | – | neither schema nor DTOs say it |`);
      continue;
    }
    const given = loadCase(name);
    const found = await syncCase(given, written);
    const again = await sync(given, found.result);
    const differing = differingPaths(found);
    const repeated = differingPaths({ ...again, expected: found.result });
    if ((differs === null && differing.length > 0) || repeated.length + found.conflicts.length > 0) bad++;
    const second = repeated.length === 0 ? "nothing to do" : repeated.join(", ");
    const row = [name, found.changes.join("; "), `${differing.length}`, second, differs ?? ""];
    console.log(`| ${row.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`);
  }
  return bad;
}
