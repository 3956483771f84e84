import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** What a person does on GitHub, with their own token. */
export function personOf(token: string, apiUrl: string): Octokit {
  const silent = (): void => {};
  return new Octokit({
    auth: token,
    baseUrl: apiUrl,
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
}

/** What installing and building leave behind in a fixture. */
const LEFT_OUT = new Set(["node_modules", ".git", "bin", "lib"]);
const BATCH = 100;

/** Commits a folder to the default branch, in place of what is there; gives the number of files. */
export async function pushFolder(person: Octokit, at: Repository, folder: string): Promise<number> {
  const branch = (await person.rest.repos.get({ ...at })).data.default_branch;
  const { data: ref } = await person.rest.git.getRef({ ...at, ref: `heads/${branch}` });
  const paths = await listFiles(folder, "");
  let tree: string | null = null;
  for (let start = 0; start < paths.length; start += BATCH) {
    const entries = await Promise.all(
      paths.slice(start, start + BATCH).map(async (path) => ({
        path,
        mode: "100644" as const,
        type: "blob" as const,
        content: await readFile(join(folder, path), "utf8"),
      })),
    );
    const base: { base_tree?: string } = tree === null ? {} : { base_tree: tree };
    tree = (await person.rest.git.createTree({ ...at, ...base, tree: entries })).data.sha;
  }
  const parents = [ref.object.sha];
  const commit = { message: "The backend as it was generated", tree: tree ?? "", parents };
  const { data } = await person.rest.git.createCommit({ ...at, ...commit });
  await person.rest.git.updateRef({ ...at, ref: `heads/${branch}`, sha: data.sha });
  return paths.length;
}

async function listFiles(folder: string, prefix: string): Promise<string[]> {
  const paths: string[] = [];
  for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name)) continue;
    const path = prefix + entry.name;
    if (entry.isDirectory()) paths.push(...(await listFiles(folder, `${path}/`)));
    else if (entry.isFile()) paths.push(path);
  }
  return paths.sort();
}

export async function openIssue(
  person: Octokit,
  at: Repository,
  title: string,
  body: string,
): Promise<number> {
  return (await person.rest.issues.create({ ...at, title, body })).data.number;
}

export async function comment(person: Octokit, at: Repository, issue: number, body: string): Promise<number> {
  return Number((await person.rest.issues.createComment({ ...at, issue_number: issue, body })).data.id);
}
