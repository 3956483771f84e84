import { open, rm, stat, utimes } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "../../errors/disk-error.js";

const HEARTBEAT = 5_000;
/** A lock whose holder has not touched it for this long belongs to a process that is gone. */
const STALE = 30_000;
const POLL = 500;

/** Does the work while holding a lock file, which other processes wait for. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path);
  const heartbeat = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => {});
  }, HEARTBEAT);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  }
}

async function acquire(path: string): Promise<void> {
  for (;;) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(`${process.pid}\n`);
      await file.close();
      return;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    const held = await stat(path).catch(() => null);
    if (held !== null && Date.now() - held.mtimeMs > STALE) await rm(path, { force: true });
    else await sleep(POLL);
  }
}
