import { createHmac, randomUUID } from "node:crypto";
import { type Ask, type Exchange, field, type Patch } from "./exchange.js";

/** A webhook as it was sent to the app. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  /** HTTP status of the app's answer; null if there was none. */
  readonly status: number | null;
}

export interface Hooks {
  readonly patch: Patch;
  readonly deliveries: readonly Delivery[];
  /** The app's webhook address; what comes before it is known is dropped, as for an app that is down. */
  deliverTo(url: string): void;
  /** Sends a delivery once more, with the same id, as GitHub does on request. */
  redeliver(delivery: Delivery): Promise<Delivery>;
  /** Resolves when nothing is on its way to the app. */
  settled(): Promise<void>;
}

export const HOOK_PATH = "/_front/hooks";

/**
 * Webhooks on their way from the emulator to the app: they get a unique id (the emulator's is the time of day) and
 * what the emulator leaves out (`issue.pull_request`), and are signed anew.
 */
export function webhooks(secret: string): Hooks {
  let target = "";
  const deliveries: Delivery[] = [];
  const running = new Set<Promise<unknown>>();
  const send = async (id: string, event: string, body: string): Promise<Delivery> => {
    const status = target === "" ? null : await post(target, secret, id, event, body);
    const delivery = { id, event, body, status };
    deliveries.push(delivery);
    return delivery;
  };
  return {
    deliveries,
    deliverTo: (url) => void (target = url),
    redeliver: (delivery) => send(delivery.id, delivery.event, delivery.body),
    settled: async () => void (await Promise.all(running)),
    patch: {
      before: async (exchange, ask) => {
        if (exchange.path !== HOOK_PATH) return null;
        const work = complete(exchange, ask).then((body) =>
          send(randomUUID(), exchange.headers["x-github-event"] ?? "", JSON.stringify(body)),
        );
        running.add(work);
        void work.finally(() => running.delete(work));
        return { status: 202 };
      },
    },
  };
}

async function complete({ json }: Exchange, ask: Ask): Promise<unknown> {
  const issue = field(json, "issue");
  const repository = field(field(json, "repository"), "full_name");
  if (issue === undefined || typeof repository !== "string") return json;
  const pull = await ask("GET", `/repos/${repository}/pulls/${field(issue, "number")}`);
  if (pull.status !== 200) return json;
  const link = { url: field(pull.body, "url"), html_url: field(pull.body, "html_url") };
  return { ...(json as object), issue: { ...(issue as object), pull_request: link } };
}

async function post(
  url: string,
  secret: string,
  id: string,
  event: string,
  body: string,
): Promise<number | null> {
  const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const headers = {
    "content-type": "application/json",
    "x-github-event": event,
    "x-github-delivery": id,
    "x-hub-signature-256": signature,
  };
  const response = await fetch(url, { method: "POST", headers, body }).catch(() => null);
  await response?.arrayBuffer();
  return response?.status ?? null;
}
