import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { planChange } from "../../src/plan/plan-change.js";
import { INLINE_BACKEND } from "../helpers/inline-backend.js";
import { ARTICLE, PROVIDER, type Rewrites, rewritten, SCHEMA } from "../run/sync/edit-backend.js";
import { type AppWorld, startAppWorld } from "../support/github/app-world.js";
import { filesOf, OWNER, push, REPO } from "../support/github/world.js";

const at = { owner: OWNER, repo: REPO };
const SUBTITLE: Rewrites = { [SCHEMA]: [["  title String\n", "  title String\n  subtitle String?\n"]] };
const NAME: Rewrites = { [SCHEMA]: [["  title String\n", "  name String\n"]] };

describe("/autobe sync, over webhooks", () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await startAppWorld();
    Object.assign(world.workshop, { planChange });
    await push(world.as("acme"), INLINE_BACKEND);
  });
  afterEach(async () => {
    await world.close();
    expect(world.problems).toEqual([]);
  });

  const headOf = async (branch: string): Promise<string> =>
    (await world.as("acme").rest.git.getRef({ ...at, ref: `heads/${branch}` })).data.object.sha;

  /** A pull request of alice's from a branch on which she has edited something. */
  const pull = async (
    rewrites: Rewrites,
    branch = "alice/edits",
  ): Promise<{ number: number; commit: string }> => {
    const alice = world.as("alice");
    await alice.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: await headOf("main") });
    const commit = await edit(rewrites, INLINE_BACKEND, branch);
    const { data } = await alice.rest.pulls.create({ ...at, title: "My edits", head: branch, base: "main" });
    await world.settled();
    return { number: data.number, commit };
  };

  const edit = async (
    rewrites: Rewrites,
    files: Readonly<Record<string, string>>,
    branch = "alice/edits",
  ): Promise<string> => {
    const after = rewritten(rewrites, files);
    const changed = Object.keys(rewrites).map((path) => [path, after[path] ?? null] as const);
    return push(world.as("alice"), Object.fromEntries(changed), branch);
  };

  const commitsSince = async (commit: string, branch = "alice/edits") =>
    (await world.as("acme").rest.repos.compareCommits({ ...at, base: commit, head: branch })).data.commits;

  it("commits behind the person's commit, and cites the commit and the gates", async () => {
    const { number, commit } = await pull(SUBTITLE);
    const comment = await world.say("alice", number, "/autobe sync");
    const commits = await commitsSince(commit);
    expect(commits.map(({ commit: { message } }) => message.split("\n")[0])).toEqual([
      "interface: add field subtitle: string? to board_articles",
      "realize: add field subtitle: string? to board_articles",
    ]);
    expect(commits[0]?.parents.map(({ sha }) => sha)).toEqual([commit]);
    expect(commits[0]?.commit.message).toMatch(
      /AutoBE-Change: add field subtitle.*\nAutoBE-Layer: interface\nCo-authored-by: alice <.*>\nAutoBE-Base: [0-9a-f]{40}/,
    );
    const files = await filesOf(world.as("acme"), "alice/edits");
    expect(files[PROVIDER]).toContain("subtitle: article.subtitle");
    expect(files[SCHEMA]).toBe(rewritten(SUBTITLE)[SCHEMA]);
    const head = await headOf("alice/edits");
    const [answer, ...more] = await world.answers(number);
    expect(more).toEqual([]);
    expect(answer).toContain(
      `${head} on \`alice/edits\` follows your edits: \`add field subtitle: string? to board_articles\``,
    );
    expect(answer).toContain("| schema | passed |");
    expect(await world.reactions(comment)).toEqual(["eyes", "rocket"]);
    const checks = await world.as("acme").rest.checks.listForRef({ ...at, ref: head });
    expect(checks.data.check_runs.map(({ name }) => name).sort()).toEqual([
      "autobe / schema-safety",
      "autobe / verify",
    ]);
    expect(await world.pulls()).toHaveLength(1);
  });

  it("has nothing to do the second time, and goes on from further edits", async () => {
    const { number } = await pull(SUBTITLE);
    await world.say("alice", number, "/autobe sync");
    const head = await headOf("alice/edits");
    await world.say("alice", number, "/autobe sync");
    expect(await headOf("alice/edits")).toBe(head);
    expect((await world.answers(number)).at(-1)).toContain("Nothing to do: Everything follows already");
    const files = await filesOf(world.as("acme"), "alice/edits");
    await edit({ [SCHEMA]: [["  subtitle String?\n", "  subtitle String?\n  teaser String?\n"]] }, files);
    await world.say("alice", number, "/autobe sync");
    const after = await filesOf(world.as("acme"), "alice/edits");
    expect(after[PROVIDER]).toContain("teaser: article.teaser");
    expect(after[PROVIDER]?.match(/subtitle: article/g)).toHaveLength(1);
  });

  it("asks whether something was renamed, follows the answer, and asks no second time", async () => {
    const { number, commit } = await pull(NAME);
    await world.say("alice", number, "/autobe sync");
    const [question] = await world.answers(number);
    expect(question).toContain("possible rename");
    const line = /^\/autobe answer [0-9a-f]{12} rename$/m.exec(question ?? "")?.[0] ?? "";
    await world.say("alice", number, line);
    expect((await commitsSince(commit)).map((each) => each.commit.message.split("\n")[0])).toEqual([
      "interface: rename field title of board_articles to name",
      "realize: rename field title of board_articles to name",
    ]);
    await world.restart();
    await world.say("alice", number, "/autobe sync");
    expect((await world.answers(number)).at(-1)).toContain(
      "Nothing to do: Everything follows already: rename field",
    );
  });

  it("wants consent to what loses data, on the pull request", async () => {
    const { number } = await pull(SUBTITLE);
    await world.say("alice", number, "/autobe sync");
    expect((await world.answers(number))[0]).toContain("`/autobe accept destructive`");
    const head = await headOf("alice/edits");
    const conclusion = async (): Promise<string | null | undefined> =>
      (await world.as("acme").rest.checks.listForRef({ ...at, ref: head })).data.check_runs.find(
        ({ name }) => name === "autobe / schema-safety",
      )?.conclusion;
    expect(await conclusion()).toBe("action_required");
    await world.say("alice", number, "/autobe accept destructive");
    expect((await world.answers(number)).at(-1)).toContain(`is accepted for #${number}`);
    expect(await conclusion()).toBe("success");
  });

  it("pushes nothing where somebody pushed meanwhile, and says so", async () => {
    const { number } = await pull(SUBTITLE);
    let pushed = "";
    world.workshop.during = async () => {
      pushed = await push(world.as("alice"), { "notes.md": "mine" }, "alice/edits");
    };
    const comment = await world.say("alice", number, "/autobe sync");
    expect(await headOf("alice/edits")).toBe(pushed);
    expect((await world.answers(number)).at(-1)).toContain("Somebody else wrote to the branch");
    expect(await world.reactions(comment)).toEqual(["eyes", "confused"]);
    world.workshop.during = async () => {};
    await world.say("alice", number, "/autobe sync");
    expect((await filesOf(world.as("acme"), "alice/edits"))[PROVIDER]).toContain("subtitle");
    expect((await filesOf(world.as("acme"), "alice/edits"))["notes.md"]).toBe("mine");
  });

  it("brings nothing back that a forced push took away meanwhile", async () => {
    const { number } = await pull(SUBTITLE);
    const main = await headOf("main");
    world.workshop.during = async () => {
      await world.as("alice").rest.git.updateRef({ ...at, ref: "heads/alice/edits", sha: main, force: true });
    };
    await world.say("alice", number, "/autobe sync");
    expect(await headOf("alice/edits")).toBe(main);
    expect((await world.answers(number)).at(-1)).toContain("Somebody else wrote to the branch");
  });

  it("shows where both wrote, and keeps theirs", async () => {
    const { number } = await pull({ ...SUBTITLE, [PROVIDER]: [["title: true,", "title: true, /* here */"]] });
    await world.say("alice", number, "/autobe sync");
    expect((await filesOf(world.as("acme"), "alice/edits"))[PROVIDER]).toContain("title: true, /* here */");
    const [answer] = await world.answers(number);
    expect(answer).toContain("Places that you and this change both wrote");
    expect(answer).toContain(`${PROVIDER}:7`);
  });

  it("publishes nothing where a gate fails", async () => {
    const { number, commit } = await pull(SUBTITLE);
    world.workshop.broken = true;
    await world.say("alice", number, "/autobe sync");
    expect(await headOf("alice/edits")).toBe(commit);
    expect((await world.answers(number))[0]).toContain("I stopped, and nothing was published");
  });

  it("says what it cannot follow: no difference, what no change says, a schema that does not parse", async () => {
    const cases: readonly (readonly [Rewrites, string])[] = [
      [{ "notes.md": "mine" }, "Schema and DTOs are as they are in the base"],
      [
        { [SCHEMA]: [["  title String\n", '  title String @map("t")\n']] },
        `left as you wrote it: ${SCHEMA}:13`,
      ],
      [{ [SCHEMA]: [["  title String\n", "  title Strin\n"]] }, `${SCHEMA}:13: Type "Strin"`],
      [
        { [ARTICLE]: [["  title: string;\n", "  title: string;\n  stars: number;\n"]] },
        'has no column "stars"',
      ],
    ];
    for (const [index, [rewrites, text]] of cases.entries()) {
      const { number, commit } = await pull(rewrites, `alice/${index}`);
      await world.say("alice", number, "/autobe sync");
      const [answer] = await world.answers(number);
      expect(answer?.replaceAll("\\", "")).toContain(text);
      expect(await headOf(`alice/${index}`)).toBe(commit);
    }
  });

  it("is for pull requests of people alone, and stands alone", async () => {
    const issue = await world.issue();
    await world.say("alice", issue, "/autobe sync");
    expect((await world.answers(issue))[0]).toContain("open a pull request, and send the command on it");
    const { number, commit } = await pull(SUBTITLE);
    await world.say("alice", number, "/autobe sync\n/autobe remove comments");
    expect((await world.answers(number)).at(-1)).toContain("cannot stand in one request with a change");
    await world.say("alice", number, "/autobe sync everything");
    expect((await world.answers(number)).at(-1)).toContain("Did you mean `/autobe sync`?");
    await world.say("alice", number, "/autobe answer aaaaaaaaaaaa rename");
    expect((await world.answers(number)).at(-1)).toContain(
      "Nothing on this pull request waits for an answer",
    );
    await world.say("mallory", number, "/autobe sync");
    expect((await world.answers(number)).at(-1)).toContain("need write permission");
    expect(await headOf("alice/edits")).toBe(commit);
    const ours = await pull(SUBTITLE, "autobe/7-remove-comments");
    await world.say("alice", ours.number, "/autobe sync");
    expect((await world.answers(ours.number))[0]).toContain("This branch is mine");
  });
});
