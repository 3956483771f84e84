import { NO_NAMES } from "../../src/spec/names.js";
import { describe, expect, it } from "@jest/globals";
import type { Change } from "../../src/change/change.js";
import { printChange } from "../../src/change/forms.js";
import { SpecError } from "../../src/errors/spec-error.js";
import { WorldError } from "../../src/errors/world-error.js";
import { CommitMessage } from "../../src/host/commit-message.js";
import type { ChangeSet } from "../../src/host/host.js";
import type { Planned } from "../../src/plan/planned.js";
import { EMPTY_PLAN, type Plan, type Step } from "../../src/plan/plan.js";
import type { Ports, Verification } from "../../src/run/ports.js";
import type { Request } from "../../src/run/request.js";
import { run } from "../../src/run/run.js";
import type { Backend } from "../../src/source/backend.js";
import { applyEdits } from "../../src/source/apply-edits.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { SILENT } from "../../src/util/progress.js";
import type { GateResult } from "../../src/verify/diagnostic.js";

const BACKEND = makeBackend("c0ffee", [
  ["prisma/schema/main.prisma", "model a {}"],
  ["src/api/structures/IA.ts", "a"],
  ["src/controllers/AController.ts", "a"],
  ["src/providers/getA.ts", "a"],
]);

const REQUEST: Request = {
  text: "remove a",
  answers: new Map(),
  until: "publish",
  gates: null,
  issue: null,
  requester: null,
};

function step(path: string, layer: Step["layer"]): Step {
  return { path, layer, kind: "module", artefact: path, action: "edit", way: "derived", reasons: [] };
}

function plan(change: string, steps: readonly Step[]): Plan {
  return { ...EMPTY_PLAN, change, steps };
}

const GET = "src/providers/getA.ts";

function targetOf(change: Change): string {
  if (change.kind !== "remove-feature") throw new Error(`not planned here: ${change.kind}`);
  return change.target;
}

/** A planner that appends the change's target to two files. */
function planChange(backend: Backend, change: Change): Planned {
  const edit = (path: string) => {
    const before = backend.files.get(path)?.text ?? "";
    return { path, before, after: `${before}-${targetOf(change)}` };
  };
  const steps = [step(GET, "realize"), step("src/api/structures/IA.ts", "interface")];
  return {
    kind: "plan",
    plan: plan(printChange(change), steps),
    edits: () => steps.map(({ path }) => edit(path)),
  };
}

const PASSED: GateResult = { gate: "types", verdict: "passed", summary: "", diagnostics: [], duration: 1 };

interface World {
  readonly ports: Ports;
  readonly published: ChangeSet[];
  readonly verified: Verification[];
}

function world(changes: Partial<Ports> = {}): World {
  const published: ChangeSet[] = [];
  const verified: Verification[] = [];
  let clock = 0;
  const ports: Ports = {
    host: {
      repository: "test",
      read: async () => ({ kind: "backend", backend: BACKEND }),
      publish: async (changeSet) => {
        published.push(changeSet);
        return {
          kind: "proposal",
          proposal: { branch: changeSet.branch, commit: "f00", number: null, url: null },
        };
      },
    },
    planChange,
    verify: async (verification) => {
      verified.push(verification);
      return [PASSED];
    },
    migrationOf: async () => ({ sql: "", dialect: "sqlite", risks: [], refusals: [] }),
    describe: () => ({ title: "T", body: "B" }),
    mayPublish: async () => null,
    progress: SILENT,
    now: () => (clock += 10),
    requests: () => 7,
    ...changes,
  };
  return { ports, published, verified };
}

describe("run", () => {
  it("walks the whole way and publishes one commit per layer", async () => {
    const { ports, published, verified } = world();
    const report = await run(REQUEST, ports);
    expect(report.outcome).toMatchObject({ kind: "published", proposal: { branch: "autobe/remove-a" } });
    expect(report.timings).toEqual(
      ["read", "understand", "plan", "edit", "verify", "publish"].map((name) => ({
        step: name,
        milliseconds: 10,
      })),
    );
    expect(report.requests).toBe(7);
    expect(published[0]?.commits.map(({ layer, edits }) => [layer, edits.map(({ path }) => path)])).toEqual([
      ["interface", ["src/api/structures/IA.ts"]],
      ["realize", [GET]],
    ]);
    expect(CommitMessage.parse(published[0]?.commits[0]?.message ?? "")?.change).toBe("remove a");
    expect(verified[0]?.head.files.get(GET)?.text).toBe("a-a");
    expect(verified[0]?.touched).toEqual(new Set([GET, "src/api/structures/IA.ts"]));
  });

  it("adds the migration to those that the repository keeps, in the commit of the database", async () => {
    const kept = "prisma/migrations/20250101000000_init/migration.sql";
    const backend = applyEdits(BACKEND, [{ path: kept, before: null, after: "" }]);
    const sql = "DROP TABLE a;\n";
    const { ports, published } = world({
      migrationOf: async () => ({ sql, dialect: "sqlite", risks: [], refusals: [] }),
      planChange: (base, change, answers) => {
        const planned = planChange(base, change);
        if (planned.kind !== "plan") throw new Error(`${planned.kind} ${answers.size}`);
        return { ...planned, plan: { ...planned.plan, removed: { ...NO_NAMES, models: ["a"] } } };
      },
    });
    const host = { ...ports.host, read: async () => ({ kind: "backend" as const, backend }) };
    const { outcome } = await run({ ...REQUEST, at: Date.UTC(2026, 1, 1) }, { ...ports, host });
    const path = "prisma/migrations/20260201000000_remove_a/migration.sql";
    expect(outcome).toMatchObject({ kind: "published", migration: { sql, place: `Added as ${path}.` } });
    expect(published[0]?.commits.map(({ layer, edits }) => [layer, edits.map((edit) => edit.path)])).toEqual([
      ["database", [path]],
      ["interface", ["src/api/structures/IA.ts"]],
      ["realize", [GET]],
    ]);
  });

  it("stops where no migration can be written without a loss that nobody allowed", async () => {
    const refusals = [{ reason: "a.b may lose values", remedy: "Say so." }];
    const { ports, published } = world({
      migrationOf: async () => ({ sql: "", dialect: "sqlite", risks: [], refusals }),
      planChange: (base, change) => {
        const planned = planChange(base, change);
        if (planned.kind !== "plan") throw new Error(planned.kind);
        return { ...planned, plan: { ...planned.plan, removed: { ...NO_NAMES, fields: ["a.b"] } } };
      },
    });
    const { outcome } = await run(REQUEST, ports);
    expect(outcome).toMatchObject({
      kind: "stopped",
      reason: "No migration can be written: a.b may lose values",
      remedy: "Say so.",
    });
    expect(published).toEqual([]);
  });

  it("ends where it is asked to", async () => {
    const { ports, published, verified } = world();
    expect((await run({ ...REQUEST, until: "plan" }, ports)).outcome.kind).toBe("planned");
    expect(verified).toEqual([]);
    expect((await run({ ...REQUEST, until: "verify" }, ports)).outcome.kind).toBe("dry-run");
    expect(published).toEqual([]);
  });

  it("carries several changes out as one proposal", async () => {
    const { ports, published } = world();
    const text = "/autobe remove a\nremove b\nanswer abc keep";
    const { outcome } = await run({ ...REQUEST, text, issue: 5 }, ports);
    expect(outcome).toMatchObject({ kind: "published", plan: { change: "remove a; remove b" } });
    expect(published[0]?.branch).toBe("autobe/5-remove-a-remove-b");
    expect(published[0]?.commits.flatMap(({ edits }) => edits).map(({ after }) => after)).toEqual([
      "a-a-b",
      "a-a-b",
    ]);
    expect(published[0]?.commits[0]?.message).toContain("AutoBE-Answer: abc keep");
  });

  it("says what cannot be followed", async () => {
    const { ports } = world();
    expect((await run({ ...REQUEST, text: "remve a" }, ports)).outcome).toMatchObject({
      kind: "stopped",
      reason: '"remve a" cannot be followed: there is no command "remve"',
      remedy: "Did you mean: remove a",
    });
    expect((await run({ ...REQUEST, text: "help" }, ports)).outcome.kind).toBe("stopped");
    expect((await run({ ...REQUEST, text: "answer a keep" }, ports)).outcome.kind).toBe("stopped");
  });

  it("says what is not a backend", async () => {
    const { ports } = world();
    const backend = makeBackend("x", [["README.md", ""]]);
    const host = { ...ports.host, read: async () => ({ kind: "backend", backend }) as const };
    expect((await run(REQUEST, { ...ports, host })).outcome).toMatchObject({
      kind: "stopped",
      reason:
        "test is not a backend that the bot can read: it has no Prisma schema in prisma/schema and no DTO in src/api/structures and no controller in src/controllers",
    });
  });

  it("follows the repository's own settings", async () => {
    const { ports, published } = world();
    const settings: [string, string][] = [
      ["enabled: false", "The bot is switched off for this repository"],
      ["limits: {files: 1}", "The change touches 2 files, and at most 1 are allowed"],
      ["limits: {lines: 1}", "The change touches 4 lines, and at most 1 are allowed"],
      ["limit: 1", ".github/autobe.yml is not valid: limit: there is no such setting"],
    ];
    for (const [text, reason] of settings) {
      const texts = [...BACKEND.files.values()].map((file) => [file.path, file.text ?? ""] as const);
      const backend = makeBackend("x", [...texts, [".github/autobe.yml", text]]);
      const host = { ...ports.host, read: async () => ({ kind: "backend", backend }) as const };
      expect((await run(REQUEST, { ...ports, host })).outcome).toMatchObject({ kind: "stopped", reason });
    }
    expect(published).toEqual([]);
  });

  it("passes the endings of the planner on", async () => {
    const endings: [Planned, object][] = [
      [
        { kind: "nothing-to-do", reason: "R", nearest: ["b"] },
        { kind: "nothing-to-do", reason: "R", nearest: ["b"] },
      ],
      [
        { kind: "ambiguous", candidates: [] },
        { kind: "question", plan: null },
      ],
      [
        { kind: "refused", reason: "R", remedy: "M" },
        { kind: "stopped", reason: "R", remedy: "M" },
      ],
      [{ kind: "plan", plan: plan("remove a", []), edits: () => [] }, { kind: "nothing-to-do" }],
      [
        { kind: "plan", plan: plan("remove a", [step(GET, "realize")]), edits: () => [] },
        { kind: "nothing-to-do" },
      ],
    ];
    for (const [planned, outcome] of endings) {
      const { ports, published } = world({ planChange: () => planned });
      expect((await run(REQUEST, ports)).outcome).toMatchObject(outcome);
      expect(published).toEqual([]);
    }
  });

  it("asks before it edits", async () => {
    const question = {
      id: "q",
      construct: "negative guard",
      places: [],
      options: ["keep"],
      recommended: "keep",
    } as const;
    const planned: Planned = {
      kind: "plan",
      plan: { ...plan("remove a", [step(GET, "realize")]), questions: [question] },
      edits: () => {
        throw new Error("edited");
      },
    };
    const { ports } = world({ planChange: () => planned });
    expect((await run(REQUEST, ports)).outcome).toMatchObject({ kind: "question", questions: [question] });
  });

  it("stops at a failed gate, and where publishing is refused", async () => {
    const failed: GateResult = {
      ...PASSED,
      verdict: "failed",
      diagnostics: [
        { gate: "types", code: "TS1", message: "", path: null, line: null, artefact: null, status: "new" },
        { gate: "types", code: "TS1", message: "", path: null, line: null, artefact: null, status: "base" },
      ],
    };
    const broken = world({ verify: async () => [failed] });
    expect((await run(REQUEST, broken.ports)).outcome).toMatchObject({
      kind: "stopped",
      reason: "The verification failed: types found 1 new",
      gates: [failed],
    });
    expect(broken.published).toEqual([]);
    const late = world({ mayPublish: async () => ({ kind: "refused", reason: "R", remedy: "M" }) });
    expect((await run(REQUEST, late.ports)).outcome).toMatchObject({ kind: "stopped", reason: "R" });
    expect(late.published).toEqual([]);
  });

  it("turns what the world and the backend do wrong into outcomes, and bugs into exceptions", async () => {
    const throwing = (error: Error) =>
      world({
        planChange: () => {
          throw error;
        },
      }).ports;
    const spec = new SpecError("prisma/schema/main.prisma", 3, "a brace is missing");
    expect((await run(REQUEST, throwing(spec))).outcome).toMatchObject({
      kind: "stopped",
      reason: "The backend cannot be read: prisma/schema/main.prisma:3: a brace is missing",
    });
    const full = new WorldError("disk", "/tmp", "no space", "Free some");
    const report = await run(REQUEST, throwing(full));
    expect(report.outcome).toEqual({
      kind: "failed",
      world: "disk",
      reason: "/tmp: no space",
      remedy: "Free some",
    });
    expect(report.timings.at(-1)?.step).toBe("plan");
    await expect(run(REQUEST, throwing(new Error("bug")))).rejects.toThrow("bug");
  });
});
