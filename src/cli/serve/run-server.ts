import { createHmac } from "node:crypto";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import type { AppCredentials, Environment } from "../../config/environment.js";
import { WorldError } from "../../errors/world-error.js";
import { buildGraph } from "../../graph/build-graph.js";
import { openBlobCache } from "../../host/github/blob-cache.js";
import type { LendModel } from "../../model/model-access.js";
import { openQueue, type OpenQueue } from "../../queue/open-queue.js";
import { run } from "../../run/run.js";
import { type RunningApp, startApp } from "../../start-app.js";
import { openStore } from "../../store/open-store.js";
import type { Store } from "../../store/store.js";
import { modelAccess } from "../lend-model.js";
import { loggedProgress } from "./logged-progress.js";
import { planInThread } from "./plan-in-thread.js";
import { keepHouse } from "./keep-house.js";
import type { Tools, Workshop } from "../tools.js";

/** Longer than most runs need to come to their end, shorter than what supervisors wait before they kill. */
const DRAIN_MILLISECONDS = 25_000;

const BLOB_BYTES = 512 * 1024 ** 2;

/** Opens the store, the queue and the web server, works until asked to stop, and closes them in the other order. */
export async function runServer(tools: Tools): Promise<void> {
  const environment = tools.environment();
  const credentials = credentialsOf(environment);
  const logger = pino({ level: environment.logLevel, base: null }, { write: tools.log });
  const store = await openStore(environment.databaseUrl, environment.folders);
  try {
    const queue = await openQueue(store, { onError: (err) => logger.warn({ err }, "queue") });
    try {
      await serveUntilStopped(tools, environment, credentials, store, queue, logger);
    } finally {
      await queue.close();
    }
  } finally {
    await store.close();
  }
}

async function serveUntilStopped(
  tools: Tools,
  environment: Environment,
  credentials: AppCredentials,
  store: Store,
  queue: OpenQueue,
  logger: Logger,
): Promise<void> {
  const app = await start(tools, environment, credentials, store, queue, logger);
  const stopHouse = keepHouse(store, environment, logger);
  logger.info({ health: app.healthUrl, webhooks: app.webhookUrl, store: store.place }, "serving");
  const reason = await tools.untilStopped();
  logger.info({ reason }, "draining");
  await app.close(DRAIN_MILLISECONDS);
  await stopHouse();
  logger.info({}, "stopped");
}

async function start(
  tools: Tools,
  environment: Environment,
  credentials: AppCredentials,
  store: Store,
  queue: OpenQueue,
  logger: Logger,
): Promise<RunningApp> {
  const facts = tools.factCache(environment);
  return await startApp({
    credentials,
    apiUrl: environment.apiUrl,
    hostname: environment.host,
    port: environment.port,
    throttle: true,
    queue,
    logger,
    cache: openBlobCache(join(environment.folders.cache, "blobs"), BLOB_BYTES),
    markerKey: createHmac("sha256", credentials.webhookSecret).update("autobe-bot marker").digest("hex"),
    run,
    workshop: {
      ...isolated(tools.workshop(environment)),
      planChange: planInThread,
      lendModel: lendOpen(environment, store),
      now: tools.now,
    },
    graphOf: (backend) => buildGraph(backend, facts),
    progress: loggedProgress(logger),
    healthy: async () => (await store.sql.executeSql("SELECT 1")).rows.length === 1,
  });
}

/** The store of a server is open as long as it runs. */
function lendOpen(environment: Environment, store: Store): LendModel | null {
  const { model } = environment;
  return model === null ? null : (use) => use(modelAccess(model, environment, store));
}

/** Whose repository it is does not decide what may be executed here: without isolation nothing is. */
function isolated(workshop: Workshop): Workshop {
  return {
    ...workshop,
    verify: ({ run = null, ...verification }) =>
      workshop.verify({ ...verification, run: run === null ? null : { ...run, isolation: "required" } }),
  };
}

function credentialsOf({ app }: Environment): AppCredentials {
  if (app !== null) return app;
  const remedy =
    "Set APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET; the README says how to make an app";
  throw new WorldError("config", "GitHub App", "there are no credentials", remedy);
}
