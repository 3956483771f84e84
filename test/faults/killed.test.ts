import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { readFolders } from "../../src/config/folders.js";
import { run, TempFolders } from "../helpers/temp-repository.js";
import { TEXT } from "../hostile/harmless-answers.js";
import { fixtureBackend } from "../support/fixture-backend.js";
import { FUNCTIONS, StoryEndpoint, type StoryFunction } from "./story-endpoint.js";

const CLI = new URL("../../src/cli.js", import.meta.url).pathname;

const temp = new TempFolders();
const endpoint = new StoryEndpoint();
let url = "";
beforeAll(async () => {
  url = await endpoint.open();
});
afterAll(() => {
  endpoint.close();
  temp.removeAll();
});

/** The command line as a person starts it, with a home of its own. */
function start(repository: string, home: string): ChildProcess & { readonly said: () => string } {
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    AUTOBE_HOME: home,
    AUTOBE_BOT_CACHE: readFolders().cache,
    AUTOBE_MODEL_URL: url,
    AUTOBE_MODEL: "story",
  };
  const args = [CLI, "apply", TEXT, "--repo", repository, "--gates", "none"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void (text += chunk.toString("utf8")));
  return Object.assign(child, { said: () => text });
}

/** Kills the process the moment it asks for a function, as a machine that loses its power would. */
async function killedAt(name: StoryFunction, repository: string, home: string): Promise<void> {
  const child = start(repository, home);
  const ended = once(child, "exit");
  endpoint.fault = (asked) => (asked === name ? () => void child.kill("SIGKILL") : null);
  await ended;
  expect([child.signalCode, child.said()]).toEqual(["SIGKILL", expect.any(String)]);
}

it("a process that is killed between phases leaves nothing half, and asks nothing twice when it is started again", async () => {
  const files = [...fixtureBackend("bbs").files.values()].flatMap(({ path, text }) =>
    text === null ? [] : [[path, text] as const],
  );
  const repository = temp.repository(Object.fromEntries(files));
  const home = temp.folder();
  for (const name of ["database", "write_test"] as const) {
    await killedAt(name, repository, home);
    expect(endpoint.answered()).toEqual(FUNCTIONS.slice(0, FUNCTIONS.indexOf(name)));
    expect(run(repository, "branch", "--list", "autobe/*")).toBe("");
    expect(run(repository, "status", "--porcelain")).toBe("");
  }
  endpoint.fault = () => null;
  const child = start(repository, home);
  const [code] = (await once(child, "exit")) as [number | null];
  expect([code, child.said()]).toEqual([0, expect.stringContaining("Published as autobe/")]);
  expect(endpoint.answered()).toEqual(FUNCTIONS);
  const branch = run(repository, "branch", "--list", "autobe/*", "--format=%(refname:short)");
  expect(
    run(repository, "log", "--format=%s", `main..${branch}`)
      .split("\n")
      .map((each) => each.split(":")[0]),
  ).toEqual(["test", "realize", "interface", "database", "requirements"]);
});
