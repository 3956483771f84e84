import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { accessOf } from "../../../src/host/github/access.js";
import { type Check, putCheck } from "../../../src/host/github/check-runs.js";
import { OWNER, REPO, startWorld, type World } from "../../support/github/world.js";

const at = { owner: OWNER, repo: REPO };

describe("check runs and rights", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  it("sends annotations in batches of 50 that add up, and the same check no second time", async () => {
    const client = await world.client();
    const { data } = await world.as("acme").rest.git.getRef({ ...at, ref: "heads/main" });
    const commit = data.object.sha;
    const check: Check = {
      name: "autobe / verify",
      conclusion: "success",
      title: "t",
      summary: "s",
      text: "text",
      annotations: Array.from({ length: 120 }, (_, index) => ({
        path: "README.md",
        line: index + 1,
        level: "warning",
        title: "x".repeat(300),
        message: "see @alice",
      })),
    };
    await putCheck(client, commit, check);
    const requests = client.requests;
    await putCheck(client, commit, check);
    expect(client.requests).toBe(requests + 1);
    const runs = (await world.as("acme").rest.checks.listForRef({ ...at, ref: commit })).data.check_runs;
    expect(runs).toHaveLength(1);
    const stored = [];
    for (const page of [1, 2])
      stored.push(
        ...(
          await world.as("acme").rest.checks.listAnnotations({
            ...at,
            check_run_id: Number(runs[0]?.id),
            per_page: 100,
            page,
          })
        ).data,
      );
    expect(stored.map(({ start_line }) => start_line)).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
    expect(stored[0]?.message).toBe("see @\u200balice");
    await putCheck(client, commit, { ...check, conclusion: "action_required", text: "other" });
    const after = (await world.as("acme").rest.checks.listForRef({ ...at, ref: commit })).data.check_runs;
    expect(after.map(({ conclusion }) => conclusion)).toEqual(["action_required"]);
  });

  it("reads a person's role, folds nothing, and trusts no bot", async () => {
    const client = await world.client();
    const levels = [];
    for (const login of ["acme", "alice", "tina", "mallory", "nobody-of-that-name", "renovate[bot]"])
      levels.push(await accessOf(client, login));
    expect(levels).toEqual(["admin", "write", "triage", "read", "none", "none"]);
  });
});
