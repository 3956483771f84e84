import type { Answers } from "../change/answer.js";
import { CommitMessage } from "../host/commit-message.js";
import type { ChangeSet } from "../host/host.js";
import type { Edit } from "../source/edit.js";
import type { ArtefactKind, Layer } from "../source/layout.js";
import { classify } from "../source/layout.js";
import { branchName } from "./branch-name.js";
import type { Work } from "./outcome.js";
import type { Request } from "./request.js";

const ORDER: readonly Layer[] = ["requirements", "database", "interface", "realize", "test"];

/** Where an edit belongs that no step of the plan names; a kind without a layer does not compile. */
const LAYER_OF: Readonly<Record<ArtefactKind, Layer>> = {
  requirement: "requirements",
  model: "database",
  dto: "interface",
  controller: "interface",
  sdk: "interface",
  derived: "interface",
  collector: "realize",
  transformer: "realize",
  operation: "realize",
  authorization: "realize",
  wiring: "realize",
  module: "realize",
  other: "realize",
  test: "test",
  helper: "test",
};

/** The branch and its commits, one per layer that has edits. */
export function changeSetOf(
  base: string,
  work: Pick<Work, "plan" | "edits">,
  answers: Answers,
  request: Pick<Request, "issue" | "requester">,
): Pick<ChangeSet, "branch" | "base" | "commits"> {
  const { change, steps } = work.plan;
  const layers = new Map(steps.map((step) => [step.path, step.layer]));
  const layerOf = (edit: Edit): Layer => layers.get(edit.path) ?? LAYER_OF[classify(edit.path)];
  const commits = ORDER.map((layer) => ({
    layer,
    message: new CommitMessage(layer, change, answers, request.requester).toString(),
    edits: work.edits.filter((edit) => layerOf(edit) === layer),
  })).filter((commit) => commit.edits.length > 0);
  return { branch: branchName(change, request.issue), base, commits };
}
