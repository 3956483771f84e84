import { describe, expect, it } from "@jest/globals";
import type { ModelAccess } from "../../src/model/model-access.js";
import { planChange } from "../../src/plan/plan-change.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import type { Ports, Verification } from "../../src/run/ports.js";
import { run } from "../../src/run/run.js";
import type { GateResult } from "../../src/verify/diagnostic.js";
import { SILENT } from "../../src/util/progress.js";
import { answering } from "../model/tiny-step.js";
import { CLOSE } from "../phases/realize/right-bodies.js";
import { STUB_BEHAVIOURS, STUB_LINES } from "../phases/realize/stubs.js";
import { CLOSE_TEST } from "../phases/test/right-tests.js";
import { fixtureBackend } from "../support/fixture-backend.js";

const backend = fixtureBackend("bbs");
const { operation, requirements } = STUB_BEHAVIOURS.bbs;
const BEHAVIOUR = `change behaviour of ${operation} to "${requirements.join("\\n")}"`;
const OPERATION = "src/providers/postBbsMemberArticlesArticleIdClose.ts";
const OWN_TEST = "test/features/api/article/test_api_article_close.ts";

/** What the tests of the backend say, the first time and every time after it. */
function failing(path: string): GateResult {
  const diagnostic = { gate: "run-time", code: "new-test-fails", path, line: null, artefact: null } as const;
  return {
    gate: "run-time",
    verdict: "failed",
    summary: "1 test fails.",
    diagnostics: [{ ...diagnostic, message: "close is new and fails: 500", status: "new" }],
    duration: 1,
  };
}

async function publish(lines: readonly string[], said: readonly GateResult[], lent = true) {
  const again = [{ edits: [] }, CLOSE_TEST];
  const answers = [CLOSE, CLOSE_TEST, ...again, ...again, ...again];
  const model = answering(...answers.map((each) => JSON.stringify(each)));
  const verified: Verification[] = [];
  const access: ModelAccess = {
    model,
    journal: NO_JOURNAL,
    embedder: ngramEmbedder,
    system: true,
    monthTokens: null,
  };
  const ports: Ports = {
    host: {
      repository: "acme/board",
      read: async () => await Promise.resolve({ kind: "backend", backend }),
      publish: async ({ branch }) =>
        await Promise.resolve({ kind: "proposal", proposal: { branch, commit: "c", number: 2, url: null } }),
    },
    planChange,
    migrationOf: async () =>
      await Promise.resolve({ sql: "", statements: [], risks: [], refusals: [] } as never),
    verify: async (verification) => {
      if (verification.scope !== undefined) return await Promise.resolve([]);
      verified.push(verification);
      const gate = said[verified.length - 1];
      return await Promise.resolve(gate === undefined ? [] : [gate]);
    },
    describe: ({ plan }) => ({ title: plan.change, body: "" }),
    mayPublish: async () => await Promise.resolve(null),
    lendModel: lent ? async (use) => await use(access) : null,
    progress: SILENT,
    now: () => 0,
    requests: () => 0,
  };
  const { outcome } = await run(
    {
      text: lines.map((line) => `/autobe ${line}`).join("\n"),
      answers: new Map(),
      until: "verify",
      gates: null,
      issue: 1,
      requester: null,
    },
    ports,
  );
  const asked = model.asked.map(
    ({ function: { name }, messages }) => [name, JSON.stringify(messages)] as const,
  );
  return { outcome, asked, verified };
}

const NO_JOURNAL: ModelAccess["journal"] = {
  find: async () => await Promise.resolve(null),
  record: async () => await Promise.resolve(),
  recordCall: async () => await Promise.resolve(),
  tokensSince: async () => await Promise.resolve(0),
};

describe("what no rule derives", () => {
  it("is written over the derived edits, with a test of it", async () => {
    const { outcome, asked } = await publish([STUB_LINES.bbs, BEHAVIOUR], []);
    expect(asked.map(([name]) => name)).toEqual(["write_operation", "write_test"]);
    expect(outcome.kind).toBe("dry-run");
    if (outcome.kind !== "dry-run") return;
    const written = outcome.plan.steps.filter(({ way }) => way === "model");
    expect(written.map(({ path, action }) => [path, action])).toEqual([
      [OPERATION, "create"],
      [OWN_TEST, "create"],
    ]);
    const [edit, ...others] = outcome.edits.filter(({ path }) => path === OPERATION);
    expect(others).toEqual([]);
    expect(edit?.before).toBeNull();
    expect(edit?.after).not.toContain("501");
  });

  it("is written again where a test fails, with what the test said", async () => {
    const { outcome, asked, verified } = await publish([STUB_LINES.bbs, BEHAVIOUR], [failing(OWN_TEST)]);
    expect(asked.map(([name]) => name)).toEqual([
      "write_operation",
      "write_test",
      "change_operation",
      "write_test",
    ]);
    expect(asked[2]?.[1]).toContain("close is new and fails: 500");
    expect(asked[1]?.[1]).not.toContain("close is new and fails");
    expect(verified).toHaveLength(2);
    expect(outcome.kind).toBe("dry-run");
  });

  it("stops with what the gates say where writing again repairs nothing", async () => {
    const all = Array.from({ length: 4 }, () => failing(OWN_TEST));
    const { outcome, asked, verified } = await publish([STUB_LINES.bbs, BEHAVIOUR], all);
    expect(verified).toHaveLength(4);
    expect(asked).toHaveLength(8);
    expect(outcome).toMatchObject({
      kind: "stopped",
      reason: "The verification failed: run-time found 1 new",
    });
  });

  it("is told where no model is set up, with the way out", async () => {
    const { outcome, verified } = await publish([STUB_LINES.bbs, BEHAVIOUR], [], false);
    expect(verified).toEqual([]);
    expect(outcome).toMatchObject({ kind: "stopped", reason: expect.stringContaining(operation) });
  });
});
