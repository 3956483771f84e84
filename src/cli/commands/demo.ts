import type { Command } from "commander";
import { pino } from "pino";
import { buildGraph } from "../../graph/build-graph.js";
import { runDemo } from "../../demo/run-demo.js";
import { runSmoke } from "../../demo/run-smoke.js";
import { WorldError } from "../../errors/world-error.js";
import type { LocalAppOptions } from "../../demo/start-local-app.js";
import { FAILURE, SUCCESS } from "../exit-codes.js";
import { progressDisplay } from "../progress-display.js";
import type { Tools } from "../tools.js";
import { UsageError } from "../usage-error.js";

const HELP = `
With --github the same way is gone on GitHub itself, with an app of your own (APP_ID, PRIVATE_KEY or
PRIVATE_KEY_PATH, WEBHOOK_SECRET), installed on a repository made for this, and a token of yours
(GITHUB_TOKEN) that may write to it. The app runs here; its webhook is delivered by this command.`;

export function addDemo(program: Command, tools: Tools, end: (code: number) => void): void {
  program
    .command("demo")
    .description("from a comment to its pull request, with GitHub's emulator on this machine")
    .option("--github <owner/name>", "on GitHub itself, in an empty repository")
    .addHelpText("after", HELP)
    .action(async (options: { readonly github?: string }) => {
      const local = { ...localOptions(tools), out: tools.console.out };
      const ok =
        options.github === undefined ? await runDemo(local) : await smoke(options.github, local, tools);
      end(ok ? SUCCESS : FAILURE);
    });
}

function localOptions(tools: Tools): LocalAppOptions {
  const environment = tools.environment();
  const facts = tools.factCache(environment);
  return {
    workshop: { ...tools.workshop(environment), now: tools.now },
    graphOf: (backend) => buildGraph(backend, facts),
    progress: progressDisplay(tools.console),
    logger: pino({ level: "error", base: null }, { write: tools.console.err }),
    cache: environment.folders.cache,
  };
}

async function smoke(
  repository: string,
  options: LocalAppOptions & { readonly out: (text: string) => void },
  tools: Tools,
): Promise<boolean> {
  const [owner, repo, ...more] = repository.split("/");
  if (!owner || !repo || more.length > 0) throw new UsageError("--github takes <owner>/<name>");
  const { app, apiUrl, personToken } = tools.environment();
  if (app === null || personToken === null) {
    const detail = "APP_ID, PRIVATE_KEY, WEBHOOK_SECRET or GITHUB_TOKEN is not set";
    throw new WorldError("config", "GitHub", detail, "demo --help says what each is for");
  }
  return await runSmoke({ ...options, credentials: app, apiUrl, token: personToken, at: { owner, repo } });
}
