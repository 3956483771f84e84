import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { chooseIsolation } from "../../../src/workspace/sandbox/choose-isolation.js";
import { runSandboxed } from "../../../src/workspace/sandbox/run-sandboxed.js";
import { LIMITS, type SandboxLimits, type SandboxResult } from "../../../src/workspace/sandbox/sandbox.js";

jest.setTimeout(300_000);

const isolation = chooseIsolation();
const isolated = isolation === "none" ? test.skip : test;
const stages: string[] = [];
afterEach(() => stages.splice(0).forEach((stage) => rmSync(stage, { recursive: true, force: true })));

interface Ran extends SandboxResult {
  readonly stage: string;
  readonly reports: readonly string[];
}

/** Runs a script in a stage of its own. */
async function run(script: string, limits: Partial<SandboxLimits> = {}): Promise<Ran> {
  const stage = realpathSync(mkdtempSync(join(tmpdir(), "autobe-bot-test-")));
  stages.push(stage);
  writeFileSync(join(stage, "program.cjs"), script);
  const reports: string[] = [];
  const result = await runSandboxed({
    ...{ stage, isolation, mounts: [], args: ["program.cjs"], environment: { GIVEN: "yes" } },
    limits: { ...LIMITS, time: 120_000, ...limits },
    onReport: (line) => reports.push(line),
  });
  return { ...result, stage, reports };
}

/** What is left of the processes with such an argument; the kernel takes a moment to clear a namespace. */
async function leftOf(mark: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 50 && processesOf(mark).length > 0; tries++) await sleep(100);
  return processesOf(mark);
}

function processesOf(mark: string): readonly string[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark);
    } catch {
      return false;
    }
  });
}

describe("a program of the repository", () => {
  test("reports, prints and ends, with an environment that was made for it", async () => {
    process.env["AUTOBE_TEST_TOKEN"] = "secret-of-ours";
    const { ended, code, output, reports, stage } = await run(
      `require("fs").writeSync(3, "one\\ntwo\\n"); console.log(JSON.stringify(process.env)); process.exit(7)`,
    );
    delete process.env["AUTOBE_TEST_TOKEN"];
    expect([ended, code, reports]).toEqual(["itself", 7, ["one", "two"]]);
    const environment = JSON.parse(output) as Record<string, string>;
    expect(environment).toMatchObject({ GIVEN: "yes", HOME: `${stage}/.autobe-bot/home` });
    expect(output).not.toContain("secret-of-ours");
    const shell = ["PWD", "OLDPWD", "SHLVL", "_"];
    const names = Object.keys(environment).filter((name) => !shell.includes(name));
    expect(names.sort()).toEqual(["GIVEN", "HOME", "LANG", "PATH", "TMPDIR"]);
  });

  test("that never ends is ended, with what it started", async () => {
    const mark = `mark-${process.pid}-loop`;
    const { ended, code } = await run(
      `require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "${mark}"], { detached: true, stdio: "ignore" }).unref();
       for (;;);`,
      { time: 3_000 },
    );
    expect([ended, code]).toEqual(["time", null]);
    expect(await leftOf(mark)).toEqual([]);
  });

  isolated("leaves nothing running when it ends by itself", async () => {
    const mark = `mark-${process.pid}-left`;
    const { ended, code } = await run(
      `require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "${mark}"], { detached: true, stdio: "ignore" }).unref();
       setTimeout(() => process.exit(0), 500);`,
    );
    expect([ended, code, await leftOf(mark)]).toEqual(["itself", 0, []]);
  });

  isolated("that starts itself over and over stays within its processes, and ends", async () => {
    const mark = `mark-${process.pid}-bomb`;
    const { ended } = await run(
      `const { spawn } = require("child_process");
       const more = () => { for (let i = 0; i < 20; i++) { const child = spawn(process.execPath, [__filename, "${mark}"], { detached: true, stdio: "ignore" }); child.on("error", () => {}); child.unref(); } };
       more(); setInterval(more, 200);`,
      { time: 5_000, processes: 60 },
    );
    expect(["time", "processes", "memory"]).toContain(ended);
    expect(await leftOf(mark)).toEqual([]);
  });

  test("that writes without end is ended", async () => {
    const { ended, output } = await run(
      `const fs = require("fs"); for (;;) try { fs.writeSync(1, "x".repeat(10000)); } catch {}`,
      { output: 1_000_000 },
    );
    expect(ended).toBe("output");
    expect(output.length).toBeLessThan(100_000);
  });

  test("that takes too much memory is ended", async () => {
    const { ended } = await run(
      `const kept = []; setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 5);`,
      { memory: 400 },
    );
    expect(ended).toBe(existsSync("/proc") ? "memory" : "itself");
  });

  isolated("reaches no listener of this machine, and has a loopback of its own", async () => {
    let reached = 0;
    const server = createServer((_, response) => response.end(String(reached++)));
    await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
    const { port } = server.address() as AddressInfo;
    const { output } = await run(
      `const http = require("http");
       const ask = (port) => new Promise((done) => http.get({ host: "127.0.0.1", port }, () => done("reached")).on("error", () => done("refused")));
       (async () => {
         console.log(await ask(${port}));
         const own = http.createServer((_, r) => r.end()).listen(0, "127.0.0.1", async () => { console.log(await ask(own.address().port)); process.exit(0); });
       })();`,
    );
    server.close();
    expect(output.trim().split("\n")).toEqual(["refused", "reached"]);
    expect(reached).toBe(0);
  });

  isolated("writes nowhere but in its own folder, and sees no home", async () => {
    const outside = realpathSync(mkdtempSync(join(tmpdir(), "autobe-bot-test-")));
    stages.push(outside);
    writeFileSync(join(outside, "secret"), "secret-of-ours");
    const places = [outside, process.cwd(), "/usr", "/etc"];
    const { output, stage } = await run(
      `const fs = require("fs"); const path = require("path");
       for (const place of ${JSON.stringify(places)}) try { fs.writeFileSync(path.join(place, "evil"), "x"); console.log("wrote " + place); } catch {}
       try { console.log(fs.readFileSync(${JSON.stringify(join(outside, "secret"))}, "utf8")); } catch { console.log("hidden"); }
       fs.writeFileSync("own", "x");`,
    );
    expect(output).not.toContain("secret-of-ours");
    for (const place of places) expect(existsSync(join(place, "evil"))).toBe(false);
    expect(existsSync(join(stage, "own"))).toBe(true);
  });
});
