import { describe, expect, test } from "@jest/globals";
import { BUILT, FLOWN, HOW } from "../../../src/graph/facts/file-facts.js";
import { readFacts } from "../../../src/graph/facts/read-facts.js";

const HEAD = `import api from "@api"; import { IX } from "@api/lib/structures/IX"; import { Prisma } from "@prisma/sdk";
import { G } from "./G"; import { ArrayUtil } from "@nestia/e2e";
`;

/** Owner → names that occur with it; "" for those with none. */
function owners(code: string): Record<string, readonly string[]> {
  const text = HEAD + code;
  const facts = readFacts({ path: "src/a.ts", sha: "", text });
  const members = facts.names.filter((name) => !["asyncMap", "all", "forEach"].includes(name));
  return { "": members, ...Object.fromEntries(facts.owned.map(({ owner, names }) => [owner, names])) };
}

describe("names of a delegate", () => {
  test("keys of a query, by the relations above them", () => {
    const found = owners(
      `await G.prisma.posts.findMany({ where: { title: "x", OR: [{ author: { is: { name: "y" } } }] } });`,
    );
    expect(found["prisma:posts"]).toEqual(["where", "title", "OR", "author"]);
    expect(found["prisma:posts/author"]).toEqual(["is", "name"]);
    expect(found[""]).not.toContain("title");
  });

  test("what is read of rows: directly, in callbacks, loops, and taken apart", () => {
    const found = owners(`async function f() {
      const [rows, total] = await Promise.all([G.prisma.posts.findMany(), G.prisma.posts.count()]);
      rows.map((row) => row.a);
      await ArrayUtil.asyncMap(rows.filter(Boolean), async (row) => row.author!.b);
      for (const { c, author: { d } } of rows) use(c, d);
      const first = rows[0]?.e ?? total.never;
    }`);
    expect(found["prisma:posts"]).toEqual(expect.arrayContaining(["a", "author", "c", "e"]));
    expect(found["prisma:posts/author"]).toEqual(expect.arrayContaining(["b", "d"]));
    expect(found[""]).toEqual(["never"]);
  });

  test("an inner name hides an outer one", () => {
    const found = owners(`async function f(list: unknown[]) {
      const row = await G.prisma.posts.findFirst();
      list.forEach((row) => row.other);
      { const row = unknown(); row.another; }
      return row.title;
    }`);
    expect(found[""]).toEqual(["other", "another"]);
    expect(found["prisma:posts"]).toEqual(["title"]);
  });
});

test("objects and values of Prisma's types", () => {
  const found = owners(`
    type Payload = Prisma.postsGetPayload<{}>;
    const where: Prisma.postsWhereInput = { title: "x" };
    const select = () => ({ select: { body: true } }) satisfies Prisma.postsFindManyArgs;
    function transform(input: Payload) { return input.author.name; }`);
  expect(found["type:postsWhereInput"]).toEqual(["title"]);
  expect(found["type:postsFindManyArgs"]).toEqual(["select", "body"]);
  expect(found["type:postsGetPayload"]).toEqual(["author"]);
  expect(found["type:postsGetPayload/author"]).toEqual(["name"]);
});

describe("names of a DTO", () => {
  test("parameters, results, and what they are made of", () => {
    const found = owners(`function f(props: { body: IX.ICreate; page: IP<IX> }): Promise<IX> {
      props.page.data;
      return { id: props.body.id, parts: props.body.parts.map((part) => ({ size: part.length })) };
    }`);
    expect(found["dto:IX"]).toEqual([BUILT, "id", "parts"]);
    expect(found["dto:IX/parts"]).toEqual([BUILT, "size"]);
    expect(found["dto:IX.ICreate"]).toEqual(["id", "parts"]);
    expect(found["dto:IX.ICreate/parts"]).toEqual(["map", "length"]);
    expect(found[""]).toContain("data");
  });

  test("what goes where one is expected, made without a type", () => {
    const found = owners(`function f(): IX { const made = { a: 1 }; return made; }
      function g(x: IX): IX { return x; }
      function h(): IX { return other(); }`);
    expect(found["dto:IX"]).toEqual([FLOWN]);
    expect(found[""]).toEqual(["a"]);
  });

  test("requests and answers of SDK functions", () => {
    const found = owners(`async function f(c: unknown) {
      const made = await api.functional.posts.create(c, { postId: "p", body: { title: "t" } });
      return made.id;
    }`);
    expect(found["body:posts.create"]).toEqual([BUILT, "title"]);
    expect(found["answer:posts.create"]).toEqual(["id"]);
    expect(found[""]).toEqual([]);
  });
});

test("how a name occurs", () => {
  const { owned } = readFacts({
    path: "src/a.ts",
    sha: "",
    text: `${HEAD}G.prisma.posts.update({ where: { id: 1 }, data: { tags: { create: [] } }, select: { _count: { select: { tags: true } } } });`,
  });
  const hows = Object.fromEntries(
    (owned[0]?.names ?? []).map((name, index) => [name, owned[0]?.hows[index]]),
  );
  expect(hows["id"]).toBe(HOW.filters | HOW.alone);
  expect(hows["tags"]).toBe(HOW.writes | HOW.selects | HOW.alone | HOW.creates);
});
