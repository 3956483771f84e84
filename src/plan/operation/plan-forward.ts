import type { Known } from "../../generate/create/known.js";
import { forwardPaths, MOVED } from "../../generate/operation/forward/forward-paths.js";
import { forwardTest } from "../../generate/operation/forward/forward-test.js";
import { type Forwarding, forwardName } from "../../generate/operation/forward/forwarding.js";
import type { Notice } from "../../generate/notice.js";
import { lineAt } from "../../errors/spec-error.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { NO_RENAMES, type Renames } from "../../spec/renames.js";
import { readSpec } from "../../spec/spec.js";
import { inStages } from "../in-stages.js";
import { EMPTY_PLAN, type Plan } from "../plan.js";
import type { Planned } from "../planned.js";
import { createStep, editStep, inLayerOrder } from "../steps-of.js";
import { shapeOf } from "./find-operation.js";

/** A plan that moves operations, with old paths that answer where they are now. */
export function keepingPaths(backend: Backend, planned: Planned, change: string): Planned {
  if (planned.kind !== "plan") return planned;
  const all = forwardingsOf(planned.plan.renames);
  return all.length === 0
    ? planned
    : inStages(backend, change, [() => planned, (now) => planForward(now, all, change)]);
}

function forwardingsOf({ operations }: Renames): readonly Forwarding[] {
  return operations.flatMap(({ from, to }) => {
    const [method = "", old = ""] = from.split(" ");
    const path = to.split(" ")[1] ?? "";
    return shapeOf(from) === shapeOf(to) ? [] : [{ method, from: old, to: path }];
  });
}

function planForward(backend: Backend, all: readonly Forwarding[], change: string): Planned {
  const known: Known = { backend, ...readSpec(backend) };
  const problem = problemOf(all, known);
  if (problem !== null) return problem;
  const code = forwardPaths(all, known);
  if ("path" in code)
    return refused(
      `${code.path} is not as it would have to be for old paths to lead on.`,
      "Move without keeping old paths.",
    );
  const tests = forwardTest(all, known);
  const edits: readonly Edit[] = [...code, ...tests];
  const cause = `${all[0]?.method} ${all[0]?.from}`;
  const stepOf = ({ path, before }: Edit): Plan["steps"][number] =>
    (before === null ? createStep : editStep)(path, [{ cause, how: "leads on by" }]);
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change,
      renames: NO_RENAMES,
      steps: inLayerOrder(edits.map(stepOf)),
      notices: all.map(({ method, from, to }): Notice => ({
        kind: "repository",
        path: MOVED,
        line: null,
        text: `${method} ${from} is deprecated: it answers 308 with ${to}, and is no part of the SDK`,
      })),
    },
    edits: () => edits,
  };
}

/** A path may be taken by another operation, or be told under another name than the backend is asked by. */
function problemOf(all: readonly Forwarding[], { backend, api }: Known): Planned | null {
  for (const file of backend.files.values()) {
    const at = /^src\/.*\.ts$/.test(file.path) ? (file.text ?? "").indexOf(".setGlobalPrefix(") : -1;
    if (at !== -1)
      return refused(
        `${file.path}:${lineAt(file.text ?? "", at)} puts a prefix in front of every path, which an answer would have to know.`,
        "Move without keeping old paths.",
      );
  }
  for (const each of all) {
    const wanted = each.from.split("/");
    const other = [...api.operations.values()].find(
      ({ method, path }) => method === each.method && meets(path.split("/"), wanted),
    );
    if (other !== undefined)
      return refused(
        `${other.controller.path} answers ${each.method} ${each.from} as ${other.key}.`,
        "Move without keeping old paths.",
      );
    const text = backend.files.get(MOVED)?.text ?? "";
    const at = text.indexOf(` ${forwardName(each)}(`);
    if (at !== -1)
      return refused(
        `${MOVED}:${lineAt(text, at)} leads on from ${each.method} ${each.from} already.`,
        "Take that method out first.",
      );
  }
  return null;
}

/** Whether some request is for both paths. */
function meets(left: readonly string[], right: readonly string[]): boolean {
  const open = (segment: string | undefined): boolean => segment?.startsWith("{") === true;
  return (
    left.length === right.length &&
    left.every((each, index) => each === right[index] || open(each) || open(right[index]))
  );
}

function refused(reason: string, remedy: string): Planned {
  return { kind: "refused", reason, remedy };
}
