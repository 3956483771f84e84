import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the endpoint does with one request. */
export type Turn = (response: ServerResponse, request: Asked) => void;

export interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Record<string, unknown>;
}

/** An endpoint on this machine that does as it is told, turn by turn, the last one again and again. */
export class FakeEndpoint {
  public readonly asked: Asked[] = [];
  private server: Server | null = null;

  public constructor(private readonly turns: readonly Turn[]) {}

  public async open(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Record<string, unknown>;
        const asked = { url: request.url ?? "", headers: request.headers, body };
        this.asked.push(asked);
        this.turns[Math.min(this.asked.length, this.turns.length) - 1]?.(response, asked);
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  }

  public close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Turn {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof value === "string" ? value : JSON.stringify(value));
  };
}

export function refusal(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  more: object = {},
): Turn {
  return json({ error: { message, ...more } }, status, headers);
}

/** A chat completion that calls a function. */
export function completion(argument: string, more: object = {}, name = "cook"): object {
  return {
    id: "c1",
    object: "chat.completion",
    created: 1,
    model: "tiny",
    choices: [
      {
        index: 0,
        finish_reason: "tool_calls",
        message: {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "t1", type: "function", function: { name, arguments: argument } }],
        },
      },
    ],
    usage: { prompt_tokens: 50, completion_tokens: 5, total_tokens: 55 },
    ...more,
  };
}
