import { postedText } from "../../util/posted-text.js";
import type { GitHubClient } from "./github-client.js";

export interface Annotation {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export interface Check {
  readonly name: "autobe / verify" | "autobe / schema-safety";
  readonly conclusion: "success" | "failure" | "neutral" | "action_required";
  readonly title: string;
  readonly summary: string;
  /** Details; for schema-safety also the state that `accept` reads back. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

export interface StoredCheck {
  readonly id: number;
  readonly conclusion: string | null;
  readonly text: string;
}

/** GitHub takes so many annotations per request and appends those of the next one. */
const BATCH = 50;
const LIMIT = 65_535;

export async function findCheck(
  client: GitHubClient,
  name: Check["name"],
  commit: string,
): Promise<StoredCheck | null> {
  const parameters = { ref: commit, check_name: name, filter: "latest" as const, per_page: 1 };
  const { check_runs } = await client.call("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", parameters);
  const [run] = check_runs;
  return run ? { id: Number(run.id), conclusion: run.conclusion, text: run.output.text ?? "" } : null;
}

/** Creates the check run of a commit or updates the one there is; nothing is sent if it already says the same. */
export async function putCheck(client: GitHubClient, commit: string, check: Check): Promise<void> {
  const output = {
    title: postedText(check.title, 255),
    summary: postedText(check.summary, LIMIT),
    text: postedText(check.text, LIMIT),
  };
  const batches = batchesOf(check.annotations.map(rawAnnotation));
  const state = { name: check.name, status: "completed" as const, conclusion: check.conclusion };
  const found = await findCheck(client, check.name, commit);
  if (found?.conclusion === check.conclusion && found.text === output.text) return;
  let id = found?.id ?? null;
  // Annotations are appended by each request, so a run that has them already is only told the rest.
  for (const annotations of id === null ? batches : [[]]) {
    const body = { ...state, output: { ...output, ...(annotations.length > 0 && { annotations }) } };
    if (id === null)
      id = Number(
        (await client.call("POST /repos/{owner}/{repo}/check-runs", { head_sha: commit, ...body })).id,
      );
    else
      await client.call("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", {
        check_run_id: id,
        ...body,
      });
  }
}

function rawAnnotation(annotation: Annotation) {
  return {
    path: annotation.path,
    start_line: annotation.line,
    end_line: annotation.line,
    annotation_level: annotation.level,
    title: postedText(annotation.title, 255),
    message: postedText(annotation.message, 60_000),
  };
}

function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += BATCH) batches.push(items.slice(start, start + BATCH));
  return batches.length > 0 ? batches : [[]];
}
