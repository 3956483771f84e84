import type { Command } from "commander";
import { printIssueForm } from "../../change/issue-form/print-issue-form.js";
import { SUCCESS } from "../exit-codes.js";
import type { Tools } from "../tools.js";

const HELP = `
In the repository that the GitHub App is installed on:
  mkdir -p .github/ISSUE_TEMPLATE
  autobe-bot issue-form > .github/ISSUE_TEMPLATE/autobe-change.yml`;

export function addIssueForm(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("issue-form")
    .description("print the issue form in which people ask for a change by filling in fields")
    .addHelpText("after", HELP)
    .action(() => {
      tools.console.out(printIssueForm());
      end(SUCCESS);
    });
}
