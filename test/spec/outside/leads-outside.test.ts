import { describe, expect, it } from "@jest/globals";
import { createSource } from "../../../src/source/parse-typescript.js";
import { leadsOutside } from "../../../src/spec/outside/leads-outside.js";

/** What is found in code that stands in a function of an operation. */
function foundIn(code: string): readonly string[] {
  const text = `import { MyGlobal } from "../MyGlobal";
import { HttpException } from "@nestjs/common";
export async function operation(props: { body: { title: string }; id: string }): Promise<unknown> {
  const row: any = props.body;
  ${code}
}`;
  return leadsOutside(createSource("operation.ts", text)).map(({ found }) => found);
}

describe("code whose author nobody knows", () => {
  it.each<[string, string, string]>([
    ["asks the network", 'await fetch("https://example.com");', "fetch"],
    ["asks it behind a variable of that name", '{ const fetch = 1; } await fetch("x");', "fetch"],
    ["opens a socket", 'new WebSocket("wss://example.com");', "WebSocket"],
    ["reads the environment", "return process.env.KEY;", "process"],
    ["reads the backend's secrets", "return MyGlobal.env.JWT_SECRET_KEY;", "MyGlobal.env"],
    ["unpacks the backend's secrets", "const { env } = MyGlobal;", "env"],
    ["unpacks them under another name", "const { env: x } = MyGlobal;", "env"],
    ["hands the frame on", "return Object.values(MyGlobal);", "Object.values(MyGlobal)"],
    ["takes the driver of the database", 'MyGlobal.pglite.exec("");', "MyGlobal.pglite"],
    ["makes code of text", 'row.constructor.constructor("return 1")();', "constructor"],
    ["does so by an index", 'row["constructor"];', "constructor"],
    [
      "does so by an index that is put together",
      'row["constr" + "uctor"];',
      '["constr" + "uctor"]'.slice(1, -1),
    ],
    ["does so by an index with a name", 'const key = "constr" + "uctor"; row[key];', "key"],
    [
      "does so by an index that is called a number",
      'row[("constructor" as any) as number];',
      '("constructor" as any) as number',
    ],
    ["does so by what is unpacked", 'const { ["constr" + "uctor"]: f } = row;', '"constr" + "uctor"'],
    ["looks for it", "Object.getPrototypeOf(row);", "getPrototypeOf"],
    ["evaluates text", 'eval("1");', "eval"],
    ["imports", 'await import("node:fs");', "import"],
    ["requires", 'require("fs");', "require"],
    ["reads where it runs", "import.meta.url;", "import"],
    ["writes SQL", "MyGlobal.prisma.$queryRawUnsafe(props.body.title);", "$queryRawUnsafe"],
    ["writes SQL by what is unpacked", "const { $executeRaw } = MyGlobal.prisma;", "$executeRaw"],
    ["has a validator run text", 'row as string & { "typia.tag"?: { validate: "fetch()" } };', "typia.tag"],
  ])("is told when it %s", (_what, code, word) => {
    expect(foundIn(code).join("\n")).toContain(word);
  });

  it("is told when it imports what reads files", () => {
    const source = createSource(
      "operation.ts",
      'import { readFileSync } from "fs";\nimport { randomUUID } from "crypto";',
    );
    expect(leadsOutside(source).map(({ found }) => found)).toEqual(["fs", "readFileSync"]);
  });

  it("may do what operations do", () => {
    const code = `
  const rows = await MyGlobal.prisma.bbs_articles.findMany({ where: { id: props.id } });
  const last = 1, [head] = rows;
  if (rows[0] === undefined || rows[last] === undefined || rows[rows.length - 1] === head)
    throw new HttpException(\`There is no \${props.id}\`, 404);
  const { title: named, ...rest } = props.body;
  const kept = new Map<string, Partial<typeof rest>>(rows.map((each, index) => [each.id, { ...rest, index }]));
  try {
    return await MyGlobal.prisma.$transaction(async (tx) => tx.bbs_articles.count({ where: { env: named } }));
  } catch (error) {
    MyGlobal.log(error);
    for (const each of kept.values()) console.log(JSON.stringify(each), new Date(Date.now() - 86_400_000));
  }`.replace("env: named", "title: named");
    expect(foundIn(code)).toEqual([]);
  });
});
