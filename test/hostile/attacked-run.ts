import { outcomeText } from "../../src/app/outcome-comment.js";
import type { Signer } from "../../src/app/marker.js";
import { PullRequestBody } from "../../src/app/pull-request-body.js";
import type { ChangeSet } from "../../src/host/host.js";
import type { ModelAccess } from "../../src/model/model-access.js";
import type { CallRequest } from "../../src/model/port.js";
import { parsePath } from "../../src/model/schema/path.js";
import { withValueAt } from "../../src/model/schema/value-at.js";
import { planChange } from "../../src/plan/plan-change.js";
import { ngramEmbedder } from "../../src/retrieve/embedding/ngram-embedder.js";
import type { Outcome } from "../../src/run/outcome.js";
import type { Ports } from "../../src/run/ports.js";
import { run } from "../../src/run/run.js";
import type { Backend } from "../../src/source/backend.js";
import type { Edit } from "../../src/source/edit.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { committedText, postedText } from "../../src/util/posted-text.js";
import { SILENT } from "../../src/util/progress.js";
import { answering } from "../model/tiny-step.js";
import { fixtureBackend } from "../support/fixture-backend.js";
import type { Attack } from "./attack.js";
import { HARMLESS, TEXT } from "./harmless-answers.js";

/** What came of an attack: everything that leaves the run. */
export interface Attacked {
  readonly base: Backend;
  readonly outcome: Outcome;
  readonly edits: readonly Edit[];
  readonly changeSet: ChangeSet | null;
  /** As GitHub would get them. */
  readonly posted: { readonly comment: string; readonly body: string; readonly commits: readonly string[] };
  readonly asked: readonly CallRequest[];
}

export const SIGNER: Signer = { scope: "acme/board#1", key: "marker-key" };

const bbs = fixtureBackend("bbs");

/** Takes an attack the whole way from its text to a proposal; planning is real, and no gate stands in its way. */
export async function attackedRun(attack: Attack): Promise<Attacked> {
  const base = plantedIn(bbs, attack.planted ?? {});
  const model = answering(({ function: { name } }) =>
    attack.says === undefined ? JSON.stringify(answerOf(attack, name)) : { text: attack.says, called: name },
  );
  const published: ChangeSet[] = [];
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
      read: () => Promise.resolve({ kind: "backend", backend: base }),
      publish: (changeSet) => {
        published.push(changeSet);
        const proposal = { branch: changeSet.branch, commit: "c", number: 2, url: null };
        return Promise.resolve({ kind: "proposal", proposal });
      },
    },
    planChange,
    migrationOf: () => Promise.resolve({ sql: "", dialect: "sqlite", risks: [], refusals: [] }),
    verify: ({ scope }) => {
      const diagnostics = scope === undefined ? [] : scope.flatMap((path) => attack.compiler?.(path) ?? []);
      return Promise.resolve([{ gate: "types", verdict: "passed", summary: "", diagnostics, duration: 1 }]);
    },
    describe: (work, cost) => {
      const asked = { issue: 1, comment: 1, by: "alice" };
      const facts = { work, base: "b".repeat(40), files: base.files.size, asked, timings: [], cost };
      return { title: work.plan.change, body: PullRequestBody.of(facts).print(SIGNER) };
    },
    mayPublish: () => Promise.resolve(null),
    lendModel: attack.alone === true ? null : (use) => use(access),
    progress: SILENT,
    now: () => 0,
    requests: () => 0,
  };
  const text = attack.text ?? `/autobe ${TEXT}`;
  const request = {
    text,
    answers: new Map(),
    until: "publish",
    gates: null,
    issue: 1,
    requester: null,
  } as const;
  const { outcome } = await run(request, ports);
  const [changeSet = null] = published;
  return {
    base,
    outcome,
    edits: changeSet?.commits.flatMap(({ edits }) => edits) ?? [],
    changeSet,
    posted: {
      comment: postedText(outcomeText(outcome)),
      body: postedText(changeSet?.body ?? ""),
      commits: changeSet?.commits.map(({ message }) => committedText(message)) ?? [],
    },
    asked: model.asked,
  };
}

function answerOf({ answers = [] }: Attack, name: string): unknown {
  return answers
    .filter(([each]) => each === name)
    .reduce<unknown>((whole, [, place, put]) => withValueAt(whole, parsePath(place), put), HARMLESS[name]);
}

function plantedIn(backend: Backend, planted: NonNullable<Attack["planted"]>): Backend {
  const texts = new Map(
    [...backend.files.values()].flatMap(({ path, text }) => (text === null ? [] : [[path, text]])),
  );
  for (const [path, change] of Object.entries(planted)) texts.set(path, change(texts.get(path) ?? ""));
  return makeBackend("planted", texts);
}

const NO_JOURNAL: ModelAccess["journal"] = {
  find: () => Promise.resolve(null),
  record: () => Promise.resolve(),
  recordCall: () => Promise.resolve(),
  tokensSince: () => Promise.resolve(0),
};
