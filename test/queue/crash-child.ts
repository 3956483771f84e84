import { openQueue } from "../../src/queue/open-queue.js";
import { openStore } from "../../src/store/open-store.js";

// Started by the queue's test and killed by it in the middle of a job.
const [state = "", cache = ""] = process.argv.slice(2);
const store = await openStore(null, { state, cache });
const queue = await openQueue(store, { leaseSeconds: 0.5 });
await queue.enqueue({
  deliveryId: "crash",
  repository: { owner: "a", repo: "b" },
  installationId: 1,
  issue: 1,
  commentId: 1,
  actor: "ada",
  verb: "remove",
  text: "crashes",
  title: "",
  body: "",
});
await queue.work(async () => {
  process.stdout.write("running\n");
  await new Promise(() => {});
});
setInterval(() => {}, 1000);
