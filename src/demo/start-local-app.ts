import { join } from "node:path";
import type { AppCredentials } from "../config/environment.js";
import { openBlobCache } from "../host/github/blob-cache.js";
import { openQueue } from "../queue/open-queue.js";
import { run } from "../run/run.js";
import { type AppOptions, type RunningApp, startApp } from "../start-app.js";
import { openStore } from "../store/open-store.js";
import { freePort } from "./emulator/start-emulator.js";

export interface LocalAppOptions extends Pick<AppOptions, "workshop" | "graphOf" | "progress" | "logger"> {
  /** Folder of what can be made again; the embedded store starts from a dump there. */
  readonly cache: string;
}

/** What has to be closed again, in reverse order. */
export type Closing = (() => Promise<unknown>)[];

/** Store, queue and app in this process, with everything they keep in one folder. */
export async function startLocalApp(
  options: LocalAppOptions,
  github: { readonly credentials: AppCredentials; readonly apiUrl: string; readonly throttle: boolean },
  folder: string,
  closing: Closing,
): Promise<RunningApp> {
  const store = await openStore(null, { cache: options.cache, state: join(folder, "state") });
  closing.push(() => store.close());
  const queue = await openQueue(store, { pollSeconds: 0.5 });
  closing.push(() => queue.close());
  const app = await startApp({
    ...options,
    ...github,
    hostname: "127.0.0.1",
    port: await freePort(),
    queue,
    cache: openBlobCache(join(folder, "blobs")),
    markerKey: github.credentials.webhookSecret,
    run,
    healthy: async () => (await store.sql.executeSql("SELECT 1")).rows.length === 1,
  });
  closing.push(() => app.close());
  return app;
}
