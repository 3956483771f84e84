import { afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import type { Edit } from "../../src/source/edit.js";
import { refusal, type Turn } from "../model/openai/fake-endpoint.js";
import { FUNCTIONS, type Fault, StoryEndpoint, type StoryFunction } from "./story-endpoint.js";
import { type StoryEnd, StoryMachine } from "./story-machine.js";

/** Ways of an endpoint not to answer, and what is said where it stays so. */
const FAULTS: readonly (readonly [what: string, turn: Turn, reason: RegExp])[] = [
  ["is down", (response) => response.destroy(), /\(tried 6 times\)$/],
  ["is asked too often", refusal(429, "slow down", { "retry-after": "20" }), /429.*\(tried 6 times\)$/],
  ["is out of order", refusal(503, "restarting"), /503.*\(tried 6 times\)$/],
  ["does not answer in time", () => undefined, /no answer came in time \(tried 6 times\)$/],
  [
    "stops in the middle of an answer",
    (response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"choices": [{"message"');
      setTimeout(() => response.destroy(), 5);
    },
    /\(tried 6 times\)$/,
  ],
  ["takes the key for a wrong one", refusal(401, "wrong key planted-key"), /401: .*\[redacted\]/],
];

let endpoint: StoryEndpoint;
afterEach(() => endpoint.close());

async function open(): Promise<StoryMachine> {
  endpoint = new StoryEndpoint();
  return new StoryMachine(await endpoint.open());
}

/** In the way of one function, for its first so many tries. */
function inTheWayOf(name: StoryFunction, turn: Turn, tries = Infinity): Fault {
  return (asked, before) => (asked === name && before < tries ? turn : null);
}

function expectNothing({ edits }: StoryEnd): void {
  expect(edits).toEqual([]);
}

describe("a story whose endpoint", () => {
  let unbroken: readonly Edit[];
  beforeAll(async () => {
    const machine = await open();
    const { outcome, edits } = await machine.run();
    expect(outcome.kind).toBe("published");
    expect(endpoint.answered()).toEqual(FUNCTIONS);
    unbroken = edits;
    endpoint.close();
  });

  /** Once nothing is in the way any more, the rest is asked for, and comes to what it would have come to. */
  async function expectResumed(machine: StoryMachine): Promise<void> {
    endpoint.fault = () => null;
    const { outcome, edits } = await machine.run();
    expect(outcome.kind).toBe("published");
    expect(edits).toEqual(unbroken);
    expect(endpoint.answered()).toEqual(FUNCTIONS);
  }

  describe.each(FAULTS)("%s", (_what, turn, reason) => {
    it.each(["database", "write_test"] as const)(
      "when %s is asked for fails with the true reason, and is taken up where it ended",
      async (name) => {
        const machine = await open();
        endpoint.fault = inTheWayOf(name, turn);
        const end = await machine.run();
        expect(end.outcome).toMatchObject({
          kind: "failed",
          world: "model",
          reason: expect.stringMatching(reason),
        });
        expect(JSON.stringify(end.outcome)).not.toContain("planted-key");
        expectNothing(end);
        expect(endpoint.answered()).toEqual(FUNCTIONS.slice(0, FUNCTIONS.indexOf(name)));
        await expectResumed(machine);
      },
    );
  });

  it.each(FAULTS.slice(0, 5))("%s for a while is waited for, within the same run", async (_what, turn) => {
    const machine = await open();
    endpoint.fault = (_name, before) => (before < 1 ? turn : null);
    const { outcome, edits, waits } = await machine.run();
    expect(outcome.kind).toBe("published");
    expect(edits).toEqual(unbroken);
    expect(waits).toHaveLength(FUNCTIONS.length);
    expect(endpoint.answered()).toEqual(FUNCTIONS);
  });

  it("is not there at all fails at once, and nothing was asked", async () => {
    const machine = await open();
    endpoint.close();
    const end = await machine.run();
    expect(end.outcome).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("ECONNREFUSED"),
      remedy: "Check AUTOBE_MODEL_URL, and that the endpoint runs",
    });
    expectNothing(end);
  });

  it("says how long to wait is asked then, and not before", async () => {
    const machine = await open();
    endpoint.fault = inTheWayOf("analyze", refusal(429, "slow down", { "retry-after": "42" }), 3);
    const { outcome, waits } = await machine.run();
    expect([outcome.kind, waits]).toEqual(["published", [42_000, 42_000, 42_000]]);
  });

  it("wants to be asked later than anybody waits is not waited for", async () => {
    const machine = await open();
    endpoint.fault = inTheWayOf("analyze", refusal(429, "slow down", { "retry-after": "86400" }));
    const end = await machine.run();
    expect(end.outcome).toMatchObject({ kind: "failed", reason: expect.stringContaining("429") });
    expect(end.waits).toEqual([]);
    expectNothing(end);
    await expectResumed(machine);
  });

  it("costs more than a change may, half-way, stops there and says so; with more it is taken up", async () => {
    for (const [config, reason] of [
      ["model:\n  calls: 3\n", "The budget of this change is spent: 3 calls of the model"],
      ["model:\n  tokens: 200\n", "The budget of this change is spent: 200 tokens"],
    ] as const) {
      const machine = await open();
      const end = await machine.run(config);
      expect(end.outcome).toMatchObject({
        kind: "stopped",
        reason,
        remedy: expect.stringContaining("what was paid for is kept, and not asked again"),
      });
      expectNothing(end);
      expect(endpoint.answered().length).toBeGreaterThan(0);
      expect(endpoint.answered().length).toBeLessThan(FUNCTIONS.length);
      await expectResumed(machine);
      endpoint.close();
    }
  });
});
