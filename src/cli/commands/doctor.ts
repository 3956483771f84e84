import type { Command } from "commander";
import { checkUp } from "../doctor/check-up.js";
import type { Finding } from "../doctor/finding.js";
import { FAILURE, SUCCESS } from "../exit-codes.js";
import type { Tools } from "../tools.js";

const WORDS: Readonly<Record<Finding["verdict"], string>> = {
  ok: "ok",
  unset: "not set",
  missing: "missing",
};

export function addDoctor(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("doctor")
    .description("say what is missing to run here")
    .option("--json", "print the list of {name, verdict, detail, remedy}")
    .action(async (options: { readonly json?: boolean }) => {
      const findings = await checkUp(tools.environment);
      tools.console.out(
        options.json ? `${JSON.stringify(findings, null, 2)}\n` : findings.map(lineOf).join(""),
      );
      end(findings.some(({ verdict }) => verdict === "missing") ? FAILURE : SUCCESS);
    });
}

function lineOf({ name, verdict, detail, remedy }: Finding): string {
  const head = `${WORDS[verdict].padEnd(8)}${name.padEnd(13)}${detail}\n`;
  return verdict === "ok" ? head : `${head}${" ".repeat(21)}${remedy}\n`;
}
