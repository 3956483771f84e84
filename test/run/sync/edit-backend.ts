import type { Answers, Option } from "../../../src/change/answer.js";
import { printChange } from "../../../src/change/forms.js";
import { planChange } from "../../../src/plan/plan-change.js";
import type { Outcome } from "../../../src/run/outcome.js";
import { layOver } from "../../../src/run/sync/lay-over.js";
import { planSync } from "../../../src/run/sync/plan-sync.js";
import { applyEdits } from "../../../src/source/apply-edits.js";
import type { Backend } from "../../../src/source/backend.js";
import { makeBackend } from "../../../src/source/make-backend.js";
import { INLINE_BACKEND } from "../../helpers/inline-backend.js";

/** Replacements in files: path → pairs of what stands there and what a person writes instead; null deletes. */
export type Rewrites = Readonly<Record<string, readonly (readonly [string, string])[] | string | null>>;

export const SCHEMA = "prisma/schema/main.prisma";
export const ARTICLE = "src/api/structures/IBoardArticle.ts";
export const PROVIDER = "src/providers/getBoardArticlesArticleId.ts";

export function rewritten(
  rewrites: Rewrites,
  files: Readonly<Record<string, string>> = INLINE_BACKEND,
): Record<string, string> {
  const texts: Record<string, string> = { ...files };
  for (const [path, rewrite] of Object.entries(rewrites)) {
    if (rewrite === null) delete texts[path];
    else if (typeof rewrite === "string") texts[path] = rewrite;
    else
      texts[path] = rewrite.reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
        return text.replace(from, to);
      }, texts[path] ?? "");
  }
  return texts;
}

export interface Followed {
  readonly changes: readonly string[];
  readonly renamed: readonly string[];
  readonly unsaid: readonly string[];
  readonly conflicts: readonly string[];
  readonly theirs: Backend;
  readonly result: Backend;
}

/** What a person's edits of the inline backend come to; an outcome where the plan ends early. */
export async function follow(
  rewrites: Rewrites,
  option: Option | null = null,
  files: Readonly<Record<string, string>> = INLINE_BACKEND,
): Promise<Followed | Outcome> {
  const base = makeBackend("base", Object.entries(files));
  const theirs = makeBackend("theirs", Object.entries(rewritten(rewrites, files)));
  let answers: Answers = new Map();
  for (;;) {
    const step = await planSync(base, theirs, answers, planChange);
    if (step.kind === "end") {
      const { outcome } = step;
      if (outcome.kind !== "question" || option === null) return outcome;
      const known = answers.size;
      answers = new Map([...answers, ...outcome.questions.map(({ id }) => [id, option] as const)]);
      if (answers.size === known) return outcome;
      continue;
    }
    const { changes, plan, state } = step.value;
    const laid = layOver(state);
    const said = (kind: string, notices: typeof plan.notices): readonly string[] =>
      notices.filter((each) => each.kind === kind).map(({ path, line, text }) => `${path}:${line} ${text}`);
    return {
      changes: changes.map(printChange),
      renamed: [...plan.renames.models, ...plan.renames.fields].map(({ from, to }) => `${from} → ${to}`),
      unsaid: said("unsaid", plan.notices),
      conflicts: said("conflict", laid.conflicts),
      theirs,
      result: applyEdits(theirs, laid.edits),
    };
  }
}
