import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../src/cli/main.js";
import { type EmulatedGitHub, freePort, startEmulator } from "../../src/demo/emulator/start-emulator.js";
import { TempFolders } from "../helpers/temp-repository.js";
import { testTools } from "../helpers/test-tools.js";

const temp = new TempFolders();
let github: EmulatedGitHub;

beforeAll(async () => {
  github = await startEmulator({
    people: { acme: "acme-token" },
    owner: "acme",
    repo: "board",
    permissions: { issues: "write" },
    events: ["issue_comment"],
  });
});
afterAll(async () => {
  await github.close();
  temp.removeAll();
});

/** A store of its own, and the seed of an empty one shared with the other tests. */
function homes(home: string): Record<string, string> {
  return { XDG_STATE_HOME: home, XDG_CACHE_HOME: join(tmpdir(), "autobe-test-cache") };
}

describe("serve", () => {
  it("answers /healthz, logs JSON, and lets go of everything when it has to stop", async () => {
    const home = temp.folder();
    const port = await freePort();
    const { tools, printed } = testTools(
      {},
      {
        ...homes(home),
        APP_ID: String(github.app.id),
        PRIVATE_KEY: github.app.privateKey,
        WEBHOOK_SECRET: github.app.secret,
        GITHUB_API_URL: github.url,
        HOST: "127.0.0.1",
        PORT: String(port),
      },
    );
    const lines: string[] = [];
    let health: unknown = null;
    const code = await main(["serve"], {
      ...tools,
      log: (line) => void lines.push(line),
      untilStopped: async () => {
        const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
        health = [answer.status, await answer.json()];
        return "SIGTERM";
      },
    });
    expect([code, printed.err]).toEqual([0, ""]);
    expect(health).toEqual([200, { ok: true }]);
    const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(messages).toEqual(expect.arrayContaining(["serving", "draining", "stopped"]));
    expect(readdirSync(join(home, "autobe-bot", "store")).sort()).toEqual(["data", "ready"]);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it("says what is missing, and does not leave the store open", async () => {
    const without = testTools({}, { ...homes(temp.folder()) });
    expect(await main(["serve"], without.tools)).toBe(1);
    expect(without.printed.err).toContain("GitHub App: there are no credentials");
    const home = temp.folder();
    const gone = testTools(
      {},
      {
        ...homes(home),
        APP_ID: "1",
        PRIVATE_KEY: github.app.privateKey,
        WEBHOOK_SECRET: "s",
        GITHUB_API_URL: "http://127.0.0.1:1",
        PORT: String(await freePort()),
      },
    );
    expect(await main(["serve"], gone.tools)).toBe(1);
    expect(gone.printed.err).toContain("Failed: ");
    expect(readdirSync(join(home, "autobe-bot", "store")).sort()).toEqual(["data", "ready"]);
    const taken = testTools(
      {},
      {
        ...homes(home),
        DATABASE_URL: "postgres://127.0.0.1:1/x",
        APP_ID: "1",
        PRIVATE_KEY: github.app.privateKey,
        WEBHOOK_SECRET: "s",
      },
    );
    expect(await main(["serve"], taken.tools)).toBe(1);
    expect(taken.printed.err).toContain("postgres://127.0.0.1:1/x: connecting failed");
  });
});
