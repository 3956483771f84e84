import type { RenameFeature } from "../../../change/kinds/rename-feature.js";
import { sharedPrefix } from "../../../spec/interface/match-model.js";
import { partsOfName } from "../../../spec/respell-words.js";
import type { Spec } from "../../../spec/spec.js";
import { callNames, endsWith, ownWords, sameWords, wordsOf } from "../../../spec/words.js";
import { type Found, refuse } from "../../found.js";
import { familyOf, isActor } from "../../removal/family.js";
import { signsIn } from "../../removal/refuse-actors.js";
import { resolveTarget } from "../../removal/resolve-target.js";
import { RESERVED } from "../model-name.js";
import { Spelling } from "./spelling.js";

export interface Feature {
  /** The model that the feature is named after. */
  readonly root: string;
  readonly spelling: Spelling;
}

/** The feature that a person's word means, and how it is spelled from now on. */
export function findFeature(change: RenameFeature, spec: Spec): Found<Feature> {
  const { database, api } = spec;
  const target = resolveTarget(change.target, database, api);
  if (target.kind === "unknown") return unknown(change, spec, target.nearest);
  if (target.kind === "operations")
    return refuse(
      `"${change.target}" has no model of its own.`,
      "Features without a model cannot be renamed yet.",
    );
  const root = rootOf(target.models, spec);
  if (root === null) {
    const candidates = target.models.map((name) => ({
      command: `rename ${name} to ${change.to}`,
      takes: [],
    }));
    return { ok: false, ending: { kind: "ambiguous", candidates } };
  }
  if (isActor(database.models.get(root)) || signsIn(root, api))
    return refuse(
      `${root} is an actor or its sessions.`,
      "An actor gets another name as a whole: `/autobe rename actor <actor> to <name>`",
    );
  return spelled(change, root, spec);
}

function unknown(change: RenameFeature, { database, api }: Spec, nearest: readonly string[]): Found<never> {
  const now = resolveTarget(change.to, database, api).kind !== "unknown";
  const reason = `Nothing here is called "${change.target}"${now ? `, and "${change.to}" is there already` : ""}.`;
  return { ok: false, ending: { kind: "nothing-to-do", reason, nearest: now ? [] : nearest } };
}

/** Of several models of one name the one that all others belong to. */
function rootOf(models: readonly string[], { database, api }: Spec): string | null {
  const whole = models.find((name) => {
    const family = familyOf([name], database, api);
    return models.every((each) => family.models.has(each));
  });
  return whole ?? null;
}

function spelled(change: RenameFeature, root: string, { database }: Spec): Found<Feature> {
  const all = ownWords(database.models.keys());
  const own = all.get(root) ?? wordsOf(root);
  const words = callNames(own, all.values()).at(-1) ?? own;
  const stem = own.slice(0, own.length - words.length);
  const written = partsOfName(change.to).map(({ text }) => text.toLowerCase());
  // "article comments to article notes" says the same as "comments to notes".
  const named = written.length > stem.length && stem.length > 0;
  const to =
    named && stem.every((word, at) => wordsOf(written[at] ?? "")[0] === word)
      ? written.slice(stem.length)
      : written;
  const problem = wordProblem(to, change.to);
  if (problem !== null) return refuse(problem, "Choose another name.");
  const singular = wordsOf(to.join(" "));
  if (sameWords(singular, words) || (endsWith(own, singular) && sameWords(singular, words)))
    return {
      ok: false,
      ending: { kind: "nothing-to-do", reason: `${root} is called so already.`, nearest: [] },
    };
  const prefix = sharedPrefix([...database.models.keys()].map((name) => name.split("_"))).flatMap(wordsOf);
  return { ok: true, value: { root, spelling: new Spelling(words, to, prefix) } };
}

function wordProblem(to: readonly string[], written: string): string | null {
  const [first] = to;
  if (first === undefined || !/^[a-z]/i.test(written.trim()))
    return `"${written}" cannot name a feature: it has to start with a letter.`;
  return to.length === 1 && RESERVED.has(first) ? `"${written}" is a reserved word.` : null;
}
