import { createServer, type AddressInfo } from "node:net";
import { createEmulator } from "emulate";
import type { Exchange, Patch } from "./exchange.js";
import { startFront } from "./front.js";
import { HOOK_PATH, type Hooks, webhooks } from "./hooks.js";
import * as patches from "./patches.js";

export interface EmulatorOptions {
  /** Login → token of people. The first one owns the repository. */
  readonly people: Readonly<Record<string, string>>;
  readonly owner: string;
  readonly repo: string;
  readonly private?: boolean;
  /** Permissions and events of the app, as its manifest has them. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  /** Sees every request before it is answered. */
  readonly observe?: (exchange: Exchange) => Promise<void> | void;
  /** Asked before the layer's own patches. */
  readonly extra?: readonly Patch[];
}

/** A GitHub on this machine with one repository and the app installed on it. */
export interface EmulatedGitHub {
  readonly url: string;
  readonly app: {
    readonly id: number;
    readonly slug: string;
    readonly privateKey: string;
    readonly secret: string;
  };
  readonly installationId: number;
  readonly hooks: Hooks;
  close(): Promise<void>;
}

const APP_ID = 4242;
const INSTALLATION = 99;
const SLUG = "autobe-bot";

export async function startEmulator(options: EmulatorOptions): Promise<EmulatedGitHub> {
  const secret = "webhook-secret-of-the-emulator";
  const hooks = webhooks(secret);
  const known = new Set(Object.values(options.people));
  const front = await startFront(
    [
      hooks.patch,
      patches.refuseUnknownTokens(known),
      ...(options.extra ?? []),
      patches.bodyLimit,
      patches.noTarball,
      patches.permissionAsGitHub,
      patches.pullRequestsAsGitHub,
      patches.repliesAsGitHub,
      patches.reactions(),
      patches.annotationsAppend,
    ],
    options.observe,
  );
  const port = await freePort();
  const emulator = await createEmulator({
    service: "github",
    port,
    baseUrl: front.url,
    seed: seedOf(options, front.url, secret),
  });
  // Its own `url` is the advertised one, which is the layer's.
  front.forwardTo(`http://127.0.0.1:${port}`);
  const privateKey = emulator.generatedSecrets.find(({ id }) => id === String(APP_ID))?.value ?? "";
  return {
    url: front.url,
    app: { id: APP_ID, slug: SLUG, privateKey, secret },
    installationId: INSTALLATION,
    hooks,
    close: async () => {
      await hooks.settled();
      await front.close();
      await emulator.close();
    },
  };
}

function seedOf(options: EmulatorOptions, url: string, secret: string) {
  const people = Object.entries(options.people);
  return {
    tokens: Object.fromEntries(people.map(([login, token]) => [token, { login, scopes: ["repo"] }])),
    github: {
      users: people.map(([login]) => ({ login, name: login, email: `${login}@example.com` })),
      repos: [
        { owner: options.owner, name: options.repo, private: options.private ?? false, auto_init: true },
      ],
      apps: [
        {
          app_id: APP_ID,
          slug: SLUG,
          name: SLUG,
          permissions: options.permissions,
          events: options.events,
          webhook_url: url + HOOK_PATH,
          webhook_secret: secret,
          installations: [
            { installation_id: INSTALLATION, account: options.owner, repository_selection: "all" },
          ],
        },
      ],
    },
  };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
