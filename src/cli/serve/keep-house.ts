import type { Logger } from "pino";
import type { Environment } from "../../config/environment.js";
import { dropOldDeliveries } from "../../store/queries/drop-old-deliveries.js";
import { dropOldModelAnswers } from "../../store/queries/drop-old-model-answers.js";
import { dropOldVectors } from "../../store/queries/drop-old-vectors.js";
import type { Store } from "../../store/store.js";
import { trimCache } from "../../workspace/cache/trim-cache.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Once an hour: caches within their limit, no delivery that nobody can send again, neither answers nor vectors
 * that nobody asks for. Gives what stops it.
 */
export function keepHouse(store: Store, environment: Environment, logger: Logger): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  const work = (): void => {
    working = working.then(async () => {
      try {
        await clean(store, environment, logger);
      } catch (err) {
        logger.warn({ err }, "house keeping failed");
      }
    });
  };
  work();
  const timer = setInterval(work, HOUR);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await working;
  };
}

async function clean(store: Store, environment: Environment, logger: Logger): Promise<void> {
  const now = Date.now();
  const deliveries = await dropOldDeliveries(store, new Date(now - 30 * DAY));
  const answers = await dropOldModelAnswers(store, new Date(now - 90 * DAY));
  const vectors = await dropOldVectors(store, new Date(now - 90 * DAY));
  const bytes = await trimCache(environment.folders.cache, environment.cacheLimit, now - HOUR);
  if (deliveries + answers + vectors + bytes > 0)
    logger.info({ deliveries, answers, vectors, bytes }, "house keeping");
}
