import type { Command } from "commander";
import { changeSchema } from "../../change/json/change-schema.js";
import { SUCCESS } from "../exit-codes.js";
import type { Tools } from "../tools.js";

const HELP = `
To have an editor check a file of changes while you write it:
  autobe-bot schema > changes.schema.json
  {"$schema": "./changes.schema.json", "changes": [{"kind": "remove-feature", "target": "comments"}]}`;

export function addSchema(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("schema")
    .description("print the JSON schema of a file of changes, as plan and apply take one with --file")
    .option("--json", "the schema is JSON in any case")
    .addHelpText("after", HELP)
    .action(() => {
      tools.console.out(`${JSON.stringify(changeSchema(), null, 2)}\n`);
      end(SUCCESS);
    });
}
