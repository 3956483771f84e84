import type { Journal } from "../../src/model/journal/journal.js";
import { journaled } from "../../src/model/journal/journaled.js";
import { openaiModel } from "../../src/model/openai/openai-model.js";
import type { LanguageModel, Reply } from "../../src/model/port.js";
import { planChange } from "../../src/plan/plan-change.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import type { Outcome } from "../../src/run/outcome.js";
import { run } from "../../src/run/run.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { SILENT } from "../../src/util/progress.js";
import { TEXT } from "../hostile/harmless-answers.js";
import { fixtureBackend } from "../support/fixture-backend.js";

/** What one run of the story came to. */
export interface StoryEnd {
  readonly outcome: Outcome;
  /** What was proposed; nothing where nothing was published. */
  readonly edits: readonly Edit[];
  /** What was waited for before the endpoint was asked again, in milliseconds. */
  readonly waits: readonly number[];
}

/** Nobody waits longer for one answer; it is long enough for one that comes at once. */
const PATIENCE = 500;

const bbs = fixtureBackend("bbs");

/** A machine that takes the story from its text to a proposal, run after run; what was paid for stays on it. */
export class StoryMachine {
  private readonly answers = new Map<string, Reply>();
  /** It passes by waiting alone. */
  private time = 0;

  public constructor(private readonly url: string) {}

  /** `config` is what the repository says about the bot. */
  public async run(config = ""): Promise<StoryEnd> {
    const waits: number[] = [];
    const edits: Edit[] = [];
    const journal = this.journal();
    const model = journaled(this.model(waits), journal);
    const access = { model, journal, embedder: ngramEmbedder, system: true, monthTokens: null };
    const { outcome } = await run(
      {
        text: `/autobe ${TEXT}`,
        answers: new Map(),
        until: "publish",
        gates: null,
        issue: 1,
        requester: null,
      },
      {
        host: {
          repository: "acme/board",
          read: () => Promise.resolve({ kind: "backend", backend: configured(config) }),
          publish: ({ branch, commits }) => {
            edits.push(...commits.flatMap((commit) => commit.edits));
            const proposal = { branch, commit: "c", number: 2, url: null };
            return Promise.resolve({ kind: "proposal", proposal });
          },
        },
        planChange,
        migrationOf: () => Promise.resolve({ sql: "", dialect: "sqlite", risks: [], refusals: [] }),
        verify: () => Promise.resolve([]),
        describe: ({ plan }) => ({ title: plan.change, body: "" }),
        mayPublish: () => Promise.resolve(null),
        lendModel: (use) => use(access),
        progress: SILENT,
        now: () => this.time,
        requests: () => 0,
      },
    );
    return { outcome, edits, waits };
  }

  private model(waits: number[]): LanguageModel {
    const settings = { url: this.url, name: "story", key: "planted-key", system: true, monthTokens: null };
    const model = openaiModel(settings, {
      sleep: (milliseconds) => {
        waits.push(milliseconds);
        this.time += milliseconds;
        return Promise.resolve();
      },
      now: () => this.time,
      random: () => 1,
    });
    return {
      name: model.name,
      ask: (request) => model.ask({ ...request, limits: { ...request.limits, milliseconds: PATIENCE } }),
    };
  }

  private journal(): Journal {
    return {
      find: (hash) => Promise.resolve(this.answers.get(hash) ?? null),
      record: ({ hash, reply }) => Promise.resolve(void this.answers.set(hash, reply)),
      recordCall: () => Promise.resolve(),
      tokensSince: () => Promise.resolve(0),
    };
  }
}

function configured(config: string): Backend {
  if (config === "") return bbs;
  const texts = [...bbs.files.values()].flatMap(({ path, text }) =>
    text === null ? [] : [[path, text] as const],
  );
  return makeBackend("configured", [...texts, [".github/autobe.yml", config]]);
}
