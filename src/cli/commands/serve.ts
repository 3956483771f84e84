import type { Command } from "commander";
import { SUCCESS } from "../exit-codes.js";
import { runServer } from "../serve/run-server.js";
import type { Tools } from "../tools.js";

const HELP = `
Environment:
  APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET   the GitHub App
  HOST, PORT          address of the web server (localhost, 3000)
  DATABASE_URL        a Postgres server; without it an embedded store is used
  AUTOBE_HOME         folder for the store and the caches
  AUTOBE_CACHE_GB     what the caches may take together (10)
  GHE_HOST            GitHub Enterprise
  LOG_LEVEL           fatal, error, warn, info, debug or trace (info)`;

export function addServe(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("serve")
    .description("run the GitHub App: webhooks, /healthz and one worker; stops cleanly on SIGTERM")
    .option("--json", "the log is JSON in any case, one object per line")
    .addHelpText("after", HELP)
    .action(async () => {
      await runServer(tools);
      end(SUCCESS);
    });
}
