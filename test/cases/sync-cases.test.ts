import { describe, expect, jest, test } from "@jest/globals";
import { caseNames, loadCase } from "./load-case.js";
import { sync, type Synced, syncCase } from "./sync-case.js";
import { differingPaths, expectationOf } from "./sync-expectations.js";

// Whole fixtures are planned here, on a machine that may be busy.
jest.setTimeout(300_000);

/** The first case of each theme on each fixture; `npm run cases -- --sync` takes all of them. */
const CHOSEN = (["bbs", "todo"] as const).flatMap((fixture) => {
  const names = caseNames(fixture).filter((name) => expectationOf(name).written !== null);
  return names.filter((name, index) => names.findIndex((each) => themeOf(each) === themeOf(name)) === index);
});

function themeOf(name: string): string {
  return name.split("/")[0] ?? "";
}

describe.each(CHOSEN)("%s, written by hand and synced", (name) => {
  const { written, differs } = expectationOf(name);
  const given = loadCase(name);
  let synced: Promise<Synced>;
  const result = (): Promise<Synced> => (synced ??= syncCase(given, written ?? []));

  test("comes to what the case itself comes to, unless there is a reason", async () => {
    const found = await result();
    expect(found.conflicts).toEqual([]);
    if (differs === null) expect(differingPaths(found)).toEqual([]);
    else expect(differingPaths(found)).not.toEqual([]);
  });

  test("leaves what the person wrote as it is, and nothing to do for a second run", async () => {
    const { theirs, result: once } = await result();
    for (const { path, sha } of theirs.files.values())
      if (path.endsWith(".prisma")) expect([path, once.files.get(path)?.sha]).toEqual([path, sha]);
    const again = await sync(given, once);
    expect(again.result.files).toEqual(once.files);
    expect(again.conflicts).toEqual([]);
  });
});
