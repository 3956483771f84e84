import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import { Probot, ProbotOctokit, Server } from "probot";
import { handleJob } from "./app/handle-job.js";
import type { Services } from "./app/services.js";
import type { AppCredentials } from "./config/environment.js";
import { GitHubError } from "./errors/github-error.js";
import { autobeApp } from "./index.js";
import type { JobQueue } from "./queue/port.js";

export interface AppOptions extends Omit<Services, "octokit" | "bot" | "log"> {
  readonly credentials: AppCredentials;
  /** GitHub's REST API. */
  readonly apiUrl: string;
  readonly hostname: string;
  /** Has to be a real port: Probot takes 0 for 3000. */
  readonly port: number;
  /** GitHub wants a second between writes; an emulator does not. */
  readonly throttle: boolean;
  readonly queue: JobQueue;
  readonly logger: Logger;
  /** Whether the store and what else jobs need is in order. */
  readonly healthy: () => Promise<boolean>;
}

export interface RunningApp {
  readonly webhookUrl: string;
  readonly healthUrl: string;
  /** Resolves when no job is waiting or running. */
  idle(): Promise<void>;
  /** Takes no more webhooks, waits for the running job (not longer than given), and lets go of everything. */
  close(withinMilliseconds?: number): Promise<void>;
}

const WEBHOOK_PATH = "/api/github/webhooks";

/** The web server and one worker, in one process. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const { hostname, port, queue, logger } = options;
  const server = new Server({
    Probot: probotClass(options),
    log: logger,
    host: hostname,
    port,
    webhookPath: WEBHOOK_PATH,
  });
  let probot: Probot | null = null;
  await server.load((app) => {
    probot = app;
    autobeApp(queue)(app);
  });
  server.addHandler((request, response) => {
    if (request.method !== "GET" || request.url?.split("?")[0] !== "/healthz") return false;
    return answerHealth(options, response);
  });
  const app = probot as unknown as Probot;
  const bot = { slug: await slugOf(app, options) };
  const services: Services = { ...options, bot, log: logger, octokit: (id) => app.auth(id) };
  await server.start();
  const worker = await queue.work((job, context) => handleJob(job, context, services));
  const address = `http://${hostname}:${port}`;
  return {
    webhookUrl: address + WEBHOOK_PATH,
    healthUrl: `${address}/healthz`,
    idle: () => worker.idle(),
    close: async (withinMilliseconds) => {
      await server.stop();
      await worker.drain(withinMilliseconds);
    },
  };
}

/** Octokit's defaults have to be a function: Probot's own throttling wins over an object. */
function probotClass({ credentials, apiUrl, throttle, logger }: AppOptions) {
  const Octokit = ProbotOctokit.defaults((defaults: object) =>
    throttle ? defaults : { ...defaults, throttle: { enabled: false } },
  );
  const { appId, privateKey, webhookSecret: secret } = credentials;
  return Probot.defaults({ appId, privateKey, secret, baseUrl: apiUrl, log: logger, Octokit });
}

/** The app's name in addresses; asked with the app's own key, which is how a wrong key is found at the start. */
async function slugOf(probot: Probot, { apiUrl, credentials }: AppOptions): Promise<string> {
  try {
    const { data } = await (await probot.auth()).request("GET /app");
    return data?.slug ?? "";
  } catch (cause) {
    const detail = `the app ${credentials.appId} cannot sign in: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new GitHubError(
      apiUrl,
      detail,
      "Check APP_ID and PRIVATE_KEY, and that GitHub can be reached",
      null,
      cause,
    );
  }
}

async function answerHealth({ healthy }: AppOptions, response: ServerResponse): Promise<boolean> {
  const ok = await healthy().catch(() => false);
  response.writeHead(ok ? 200 : 503, { "content-type": "application/json" });
  response.end(JSON.stringify({ ok }));
  return true;
}
