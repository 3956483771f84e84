import { expect, it } from "@jest/globals";
import { createSource } from "../../../src/source/parse-typescript.js";
import { asksOthers } from "../../../src/spec/outside/asks-others.js";

function foundIn(code: string): readonly string[] {
  const text = `export async function test_api_x(connection: api.IConnection): Promise<void> {\n${code}\n}`;
  return asksOthers(createSource("test.ts", text), ["join"]).map(({ found }) => found);
}

it.each([
  ["a connection that is written out", 'await api.functional.x.get({ host: "https://example.com" });'],
  ["one of another host", 'const c: api.IConnection = { host: "https://example.com" }; await join(c);'],
  ["one that gets another host", 'connection.host = "https://example.com";'],
  ["one that is given another host", 'Object.assign(connection, { host: "https://example.com" });'],
  [
    "one whose host comes last",
    'const c: api.IConnection = { ...connection, host: "https://example.com" }; await join(c);',
  ],
  [
    "one that is computed",
    'const c: api.IConnection = { ...connection, ["ho" + "st"]: "x" }; await join(c);',
  ],
  ["one that is parsed", 'await join(JSON.parse("{}"));'],
  ["one from a list", '[{ host: "x" }].map((c) => join(c));'],
  ["a function under another name", 'const ask = api.functional.x.get; await ask({ host: "x" });'],
  ["the whole API under another name", "const all = api;"],
])("a test that asks by %s is told", (_what, code) => {
  expect(foundIn(code)).not.toEqual([]);
});

it("tests may ask the backend as somebody else, or as nobody", () => {
  const code = `
  const member: api.IConnection = { host: connection.host };
  const nobody: api.IConnection = { ...member, headers: {} };
  await join(member, { body: { host: "example" } });
  const made: IBbsArticle = await api.functional.x.create(member, { body: {} });
  await TestValidator.error("nobody", async () => { await api.functional.x.get(nobody, { id: made.id }); });`;
  expect(foundIn(code)).toEqual([]);
});
