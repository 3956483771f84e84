import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import type { Request } from "../../src/run/request.js";
import type { Work } from "../../src/run/outcome.js";
import { walkRequest } from "../../src/cli/walk-request.js";
import type { GateResult } from "../../src/verify/diagnostic.js";
import { verify } from "../../src/verify/verify.js";
import { TempFolders } from "../helpers/temp-repository.js";
import { testTools } from "../helpers/test-tools.js";
import { type FixtureName, fixtureBackend, testWorkspace } from "../support/fixture-backend.js";

// The backend is built, started and tested here, on a machine that may be busy.
jest.setTimeout(900_000);

/** One request of many kinds of changes, carried out on a fixture and taken through the run-time gate. */
export function describeRun(fixture: FixtureName, changes: readonly string[]): void {
  const temp = new TempFolders();
  const workspace = testWorkspace();
  afterAll(() => temp.removeAll());

  describe(`${fixture}: ${changes.length} changes in one request`, () => {
    let work: Work;
    let gate: GateResult | undefined;
    beforeAll(async () => {
      const texts = [...fixtureBackend(fixture).files.values()].map(({ path, text }) => [path, text ?? ""]);
      const { tools, printed } = testTools({
        verify: async ({ gates, ...trees }) => await verify({ ...trees, workspace, gates }),
      });
      const request = {
        text: changes.map((change) => `/autobe ${change}`).join("\n"),
        ...{ answers: new Map(), until: "verify", gates: ["schema", "structure", "stability"], run: true },
      } as const satisfies Omit<Request, "issue" | "requester">;
      const folder = temp.repository(Object.fromEntries(texts) as Record<string, string>);
      const { outcome } = await walkRequest(folder, request, tools);
      if (outcome.kind !== "dry-run") throw new Error(`${JSON.stringify(outcome, null, 2)}\n${printed.err}`);
      work = outcome;
      gate = work.gates.find((each) => each.gate === "run-time");
    });

    test("passes the run-time gate", () => {
      expect(work.gates.map(({ verdict }) => verdict)).toEqual(work.gates.map(() => "passed"));
      expect(gate?.summary).toMatch(/^(\d+) of \1 tests passed/);
      expect(gate?.diagnostics).toEqual([]);
    });

    test("has one row per test, the new ones among them", () => {
      const standing = (gate?.tests ?? []).filter(
        ({ before, after }) => before === "passed" && after === "passed",
      );
      const added = (gate?.tests ?? []).filter(({ before }) => before === "absent");
      expect(standing.length).toBeGreaterThan(30);
      expect(added.length).toBeGreaterThan(0);
      const written = work.edits.filter(
        ({ before, path }) => before === null && path.startsWith("test/features/"),
      );
      expect(added.map(({ path }) => path)).toEqual(
        expect.arrayContaining(written.slice(0, 1).map(({ path }) => path)),
      );
    });
  });
}
