import { type Ask, type Exchange, field, matchPath, type Patch } from "./exchange.js";

const REPO = "/repos/{owner}/{repo}";
const NOT_FOUND = { status: 404, body: { message: "Not Found" } };
const BODY_LIMIT = 65_536;

/** The emulator takes a token it does not know for its first user; GitHub refuses it. */
export function refuseUnknownTokens(known: Set<string>): Patch {
  return {
    before: async ({ headers }) => {
      const token = /^(?:token|bearer) (.+)$/i.exec(headers.authorization ?? "")?.[1];
      const fine = token === undefined || token.split(".").length === 3 || known.has(token);
      return fine ? null : { status: 401, body: { message: "Bad credentials" } };
    },
    after: async ({ path }, answer) => {
      const token = field(answer.body, "token");
      if (/\/access_tokens$/.test(path) && typeof token === "string") known.add(token);
      return null;
    },
  };
}

/** GitHub answers "read" (or "none") for people without a role, says "write" where the emulator says "push", and folds roles. */
export const permissionAsGitHub: Patch = {
  after: async ({ method, path }, answer, ask) => {
    const found = matchPath(`${REPO}/collaborators/{username}/permission`, path);
    if (method !== "GET" || !found) return null;
    if (answer.status === 200) {
      const role = String(field(answer.body, "role_name"));
      const folded = role === "maintain" ? "write" : role === "triage" ? "read" : role;
      return { ...answer, body: { ...(answer.body as object), permission: folded } };
    }
    const repository = await ask("GET", `/repos/${found.owner}/${found.repo}`);
    const user = await ask("GET", `/users/${found.username}`);
    if (answer.status !== 404 || repository.status !== 200 || user.status !== 200) return null;
    const level = field(repository.body, "private") === true ? "none" : "read";
    return { status: 200, body: { permission: level, role_name: level, user: user.body } };
  },
};

/** A pull request's head follows its branch, and a second one for the same branch is refused. */
export const pullRequestsAsGitHub: Patch = {
  before: async ({ method, path, json }, ask) => {
    const found = matchPath(`${REPO}/pulls`, path);
    if (method !== "POST" || !found) return null;
    const query = new URLSearchParams({ head: `${found.owner}:${field(json, "head")}`, state: "open" });
    const open = await ask("GET", `${path}?${query}`);
    if (!Array.isArray(open.body) || open.body.length === 0) return null;
    return { status: 422, body: { message: "Validation Failed: A pull request already exists" } };
  },
  after: async ({ path }, answer, ask) => {
    const one = matchPath(`${REPO}/pulls/{number}`, path);
    if (answer.status !== 200 || !(one ?? matchPath(`${REPO}/pulls`, path))) return null;
    const pulls = Array.isArray(answer.body) ? answer.body : [answer.body];
    const current = await Promise.all(pulls.map((pull) => withHead(pull, ask)));
    return { ...answer, body: Array.isArray(answer.body) ? current : current[0] };
  },
};

async function withHead(pull: unknown, ask: Ask): Promise<unknown> {
  const head = field(pull, "head");
  const repository = field(field(head, "repo"), "full_name");
  const ref = await ask("GET", `/repos/${repository}/git/ref/heads/${field(head, "ref")}`);
  const sha = field(field(ref.body, "object"), "sha");
  return typeof sha === "string" ? { ...(pull as object), head: { ...(head as object), sha } } : pull;
}

/** Answers in the thread of a line are comments that name its first one; GitHub takes no others. */
export const repliesAsGitHub: Patch = {
  before: async ({ method, path, json }, ask) => {
    const found = matchPath(`${REPO}/pulls/{number}/comments/{comment}/replies`, path);
    if (method !== "POST" || !found) return null;
    const at = `/repos/${found.owner}/${found.repo}/pulls`;
    const first = await ask("GET", `${at}/comments/${found.comment}`);
    if (first.status !== 200 || typeof field(first.body, "in_reply_to_id") === "number") return NOT_FOUND;
    return await ask("POST", `${at}/${found.number}/comments`, {
      body: field(json, "body"),
      path: field(first.body, "path"),
      line: field(first.body, "line"),
      in_reply_to_id: Number(found.comment),
    });
  },
};

const REACTED = ["issues/comments/{comment}", "issues/{issue}", "pulls/comments/{comment}"].map(
  (target) => `${REPO}/${target}/reactions`,
);

/** Reactions are kept here: the emulator has none. */
export function reactions(): Patch {
  const stored = new Map<string, { id: number; content: unknown }[]>();
  return {
    before: async ({ method, path, json }) => {
      if (!REACTED.some((template) => matchPath(template, path))) return null;
      const list = stored.get(path) ?? [];
      stored.set(path, list);
      if (method === "GET") return { status: 200, body: list };
      const content = field(json, "content");
      const same = list.find((reaction) => reaction.content === content);
      if (same) return { status: 200, body: same };
      const reaction = { id: list.length + 1, content };
      list.push(reaction);
      return { status: 201, body: reaction };
    },
  };
}

/** GitHub appends the annotations of an update, and lists them bare; the emulator replaces and wraps them. */
export const annotationsAppend: Patch = {
  before: async ({ method, path, json }, ask) => {
    const found = matchPath(`${REPO}/check-runs/{id}`, path);
    const annotations = field(field(json, "output"), "annotations");
    if (method !== "PATCH" || !found) return null;
    const earlier: unknown[] = [];
    for (let page = 1; ; page++) {
      const { body } = await ask("GET", `${path}/annotations?per_page=100&page=${page}`);
      const list = field(body, "check_annotations");
      if (!Array.isArray(list) || list.length === 0) break;
      earlier.push(...list);
    }
    const all = [...earlier, ...(Array.isArray(annotations) ? annotations : [])];
    const body = { ...(json as object), output: { ...(field(json, "output") as object), annotations: all } };
    return ask("PATCH", path, body);
  },
  after: async ({ path }, answer) => {
    const list = field(answer.body, "check_annotations");
    return matchPath(`${REPO}/check-runs/{id}/annotations`, path) ? { ...answer, body: list } : null;
  },
};

/** GitHub takes no longer body. */
export const bodyLimit: Patch = {
  before: async ({ path, json }: Exchange) => {
    const body = field(json, "body");
    if (!matchPath(`${REPO}/{rest+}`, path) || typeof body !== "string" || body.length <= BODY_LIMIT)
      return null;
    return {
      status: 422,
      body: { message: `Validation Failed: body is too long (maximum is ${BODY_LIMIT})` },
    };
  },
};

/** The emulator knows no tarballs; what it does not route has to be a 404 as on GitHub. */
export const noTarball: Patch = {
  before: async ({ path }) => (matchPath(`${REPO}/tarball/{ref+}`, path) ? NOT_FOUND : null),
};
