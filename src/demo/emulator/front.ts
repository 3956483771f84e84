import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Ask, Exchange, Patch } from "./exchange.js";

export interface Front {
  readonly url: string;
  /** Where the emulator listens; requests are refused before it is known. */
  forwardTo(url: string): void;
  close(): Promise<void>;
}

/** An HTTP server in front of the emulator, so that programs meet what GitHub would answer. */
export async function startFront(
  patches: readonly Patch[],
  observe: (exchange: Exchange) => Promise<void> | void = () => undefined,
): Promise<Front> {
  let target = "";
  const server = createServer((request, response) => {
    handle(request, patches, observe, target)
      .catch((error: unknown): Answer => ({ status: 500, body: { message: String(error) } }))
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forwardTo: (url) => void (target = url),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  request: IncomingMessage,
  patches: readonly Patch[],
  observe: (exchange: Exchange) => Promise<void> | void,
  target: string,
): Promise<Answer> {
  const exchange = await read(request);
  await observe(exchange);
  const ask: Ask = async (method, path, body) => {
    const raw = body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
    const answer = await forward(target, { ...exchange, method, raw }, path);
    return { status: answer.status, body: answer.body };
  };
  for (const patch of patches) {
    const answer = await patch.before?.(exchange, ask);
    if (answer) return answer;
  }
  const query = exchange.query.size > 0 ? `?${exchange.query}` : "";
  let answer = await forward(target, exchange, exchange.path + query);
  for (const patch of patches) answer = (await patch.after?.(exchange, answer, ask)) ?? answer;
  return answer;
}

async function read(request: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://host");
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === "string") headers[name] = value;
  return {
    method: request.method ?? "GET",
    path: pathname,
    query: searchParams,
    headers,
    raw,
    json: parseJson(raw.toString("utf8")),
  };
}

const HOP = new Set([
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
  "accept-encoding",
  "expect",
]);

async function forward(target: string, exchange: Exchange, path: string): Promise<Answer> {
  const headers = Object.fromEntries(Object.entries(exchange.headers).filter(([name]) => !HOP.has(name)));
  const bodyless = exchange.method === "GET" || exchange.method === "HEAD" || exchange.raw.length === 0;
  const response = await fetch(target + path, {
    method: exchange.method,
    headers,
    redirect: "manual",
    ...(!bodyless && { body: new Uint8Array(exchange.raw) }),
  });
  const text = await response.text();
  const link = response.headers.get("link");
  const location = response.headers.get("location");
  return {
    status: response.status,
    body: parseJson(text) ?? (text === "" ? undefined : text),
    headers: { ...(link && { link }), ...(location && { location }) },
  };
}

function send(response: ServerResponse, answer: Answer): void {
  const bytes = Buffer.isBuffer(answer.body);
  const payload = answer.body === undefined ? "" : bytes ? answer.body : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...(payload !== "" && {
      "content-type": bytes ? "application/x-gzip" : "application/json; charset=utf-8",
    }),
    ...answer.headers,
  });
  response.end(payload);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
