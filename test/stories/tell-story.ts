import { migrationOf } from "../../src/verify/migration.js";
import { planChange } from "../../src/plan/plan-change.js";
import { printChange } from "../../src/change/forms.js";
import type { ChangeSet } from "../../src/host/host.js";
import type { LanguageModel } from "../../src/model/port.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import type { Ports } from "../../src/run/ports.js";
import type { RunReport } from "../../src/run/report.js";
import type { Request } from "../../src/run/request.js";
import { run } from "../../src/run/run.js";
import type { Backend } from "../../src/source/backend.js";
import { makeBackend } from "../../src/source/make-backend.js";
import type { Progress } from "../../src/util/progress.js";
import { verify } from "../../src/verify/verify.js";
import type { Workspace } from "../../src/workspace/workspace.js";
import { fixtureBackend } from "../support/fixture-backend.js";
import type { Story } from "./stories.js";

/** How a story went: the plan that the text was answered with, and what applying it came to. */
export interface Told {
  readonly backend: Backend;
  readonly read: RunReport;
  /** Null where there was nothing to apply. */
  readonly applied: RunReport | null;
  readonly published: readonly ChangeSet[];
  /** Every request to the model, in order; reading and applying together. */
  readonly asked: readonly Asked[];
}

/** One request to the model, and what it took in tokens. */
export interface Asked {
  readonly function: string;
  readonly target: string;
  readonly tokens: number;
}

export interface Telling {
  readonly model: LanguageModel;
  readonly workspace: Workspace;
  /** Whether the backend's tests are run before and after. */
  readonly run: boolean;
  readonly progress: Progress;
}

/** Takes a text the way that it takes in the app: read, answered with a plan, applied, verified, published. */
export async function tellStory(story: Story, telling: Telling): Promise<Told> {
  const backend = backendOf(story);
  const published: ChangeSet[] = [];
  const asked: Asked[] = [];
  const ports = portsOf(backend, { ...telling, model: noting(telling.model, asked) }, published);
  const request = { answers: new Map(), gates: null, run: telling.run, issue: 1, requester: null };
  const read = await run({ ...request, text: story.text, until: "plan" }, ports);
  const { outcome } = read;
  if (outcome.kind !== "understood") return { backend, read, applied: null, published, asked };
  const text = outcome.changes.map((change) => `/autobe ${printChange(change)}`).join("\n");
  const apply: Request = { ...request, text, until: "publish" };
  return { backend, read, applied: await run(apply, ports), published, asked };
}

function noting(model: LanguageModel, asked: Asked[]): LanguageModel {
  return {
    name: model.name,
    ask: async (request) => {
      const reply = await model.ask(request);
      const { inputTokens, outputTokens } = reply.usage;
      asked.push({
        function: request.function.name,
        target: request.target,
        tokens: inputTokens + outputTokens,
      });
      return reply;
    },
  };
}

export function backendOf({ backend, edited }: Story): Backend {
  const fixture = fixtureBackend(backend);
  if (edited === undefined) return fixture;
  return makeBackend(
    `${backend}, edited by hand`,
    [...fixture.files.values()].flatMap(({ path, text }): readonly (readonly [string, string])[] => {
      if (text === null) return [];
      if (path !== edited.path) return [[path, text]];
      if (!text.includes(edited.from)) throw new Error(`${path} has no ${edited.from}`);
      return [[path, text.replace(edited.from, edited.to)]];
    }),
  );
}

function portsOf(backend: Backend, { model, workspace, progress }: Telling, published: ChangeSet[]): Ports {
  return {
    host: {
      repository: "acme/board",
      read: async () => await Promise.resolve({ kind: "backend", backend }),
      publish: async (changeSet) => {
        published.push(changeSet);
        const proposal = { branch: changeSet.branch, commit: "c0ffee", number: 2, url: null };
        return await Promise.resolve({ kind: "proposal", proposal });
      },
    },
    planChange,
    migrationOf,
    verify: async ({ gates, ...trees }) =>
      await verify({ ...trees, workspace, ...(gates === null ? {} : { gates }) }),
    describe: ({ plan }) => ({ title: plan.change, body: "" }),
    mayPublish: async () => await Promise.resolve(null),
    lendModel: async (use) =>
      await use({ model, journal: NO_JOURNAL, embedder: ngramEmbedder, system: true, monthTokens: null }),
    progress,
    now: Date.now,
    requests: () => 0,
  };
}

/** Transcripts are all that is remembered. */
const NO_JOURNAL = {
  find: async () => await Promise.resolve(null),
  record: async () => await Promise.resolve(),
  recordCall: async () => await Promise.resolve(),
  tokensSince: async () => await Promise.resolve(0),
};
