import { describe, expect, jest, test } from "@jest/globals";
import { makeBackend } from "../../src/source/make-backend.js";
import { type FixtureName, fixtureBackend } from "../support/fixture-backend.js";
import { createSource } from "../../src/source/parse-typescript.js";
import { printDtoFile } from "../../src/spec/interface/schema/print-dto-file.js";
import { readDtoFile } from "../../src/spec/interface/schema/read-dto-file.js";
import { differentTypes } from "./different-types.js";
import { readWholeBodies, readWholeTests } from "./read-bodies.js";
import { readWholeDatabase } from "./read-database.js";
import { readWholeDtos } from "./read-dtos.js";
import { readWholeOperations } from "./read-operations.js";

jest.setTimeout(120_000);

describe.each<FixtureName>(["bbs", "todo"])("%s", (name) => {
  const backend = fixtureBackend(name);

  test("its schema is held whole, and the same to Prisma when it is printed from that", () => {
    const { members, held, unread, differences } = readWholeDatabase(backend);
    expect(members).toBeGreaterThan(100);
    expect({ held, unread, differences }).toEqual({ held: members, unread: [], differences: [] });
  });

  test("its DTOs are held whole, and the same types when they are printed from that", () => {
    const { members, held, unread, differences } = readWholeDtos(backend);
    expect(members).toBeGreaterThan(100);
    expect({ held, unread, differences }).toEqual({ held: members, unread: [], differences: [] });
  });

  test("its operations are held whole", () => {
    const { members, held, unread } = readWholeOperations(backend);
    expect(members).toBeGreaterThan(30);
    expect({ held, unread }).toEqual({ held: members, unread: [] });
  });

  test.each([
    ["bodies", readWholeBodies],
    ["tests", readWholeTests],
  ])("its %s are held, and the same when they are printed from that", (_, read) => {
    const { members, held, unread, differences } = read(backend);
    expect(members).toBeGreaterThan(300);
    expect({ unread, differences }).toEqual({ unread: [], differences: [] });
    expect(held).toBe(members);
  });
});

const SCHEMA = `datasource db {
  provider = "postgresql"
}

/// What is sold.
model items {
  id String @id @db.Uuid
  /// What it is called,
  /// by those who sell it.
  name String? @default("a \\"b\\"") @map("item_name")
  shape Unsupported("circle")?
  state states @default(OPEN)

  @@unique([name, state(sort: Desc)], map: "items_name")
  @@map("shop_items")
}

enum states {
  OPEN
  SHUT @map("closed")

  @@map("item_states")
}
`;

test("attributes, documents, mapped names and unsupported types are printed as they are", () => {
  const backend = makeBackend("one", [["prisma/schema/main.prisma", SCHEMA]]);
  expect(readWholeDatabase(backend)).toMatchObject({ unread: [], differences: [] });
});

const DTOS = `import { tags } from "typia";
export interface IA<T extends object = {}> extends Pick<IB, "n"> {
  /** Why. */
  readonly b?: "x" | -1 | null | undefined;
  "content-type": (string & tags.MinLength<1> & tags.Pattern<"^[a-z\\"]+$">)[];
  rest: Record<string, T> & { more: Array<number & tags.Type<"int32">>; [key: string]: unknown };
  deep: { one: IA.IInner | null; } | (IB & { two: true });
}
export namespace IA {
  export type IInner = ("a" | "b") & tags.JsonSchemaPlugin<{ "x-a": [1, { b: false }] }>;
}
export type IB = { n: number & tags.Minimum<0>; k: keyof IA };
`;

test("what is not understood is told, and everything is the same type when it is printed", () => {
  const backend = makeBackend("one", [["src/api/structures/IA.ts", DTOS]]);
  const { members, held, unread, differences } = readWholeDtos(backend);
  expect(unread).toEqual([
    expect.stringMatching(/IA\.ts: IA: Record<string, T> & \{[^]*unknown \}$/),
    "src/api/structures/IA.ts: IB: keyof IA",
  ]);
  expect(differences).toEqual([]);
  expect(members - held).toBe(2);
});

test("types that are printed differently are found out, those that take from them as well", () => {
  const path = "src/api/structures/IA.ts";
  const file = makeBackend("one", [[path, DTOS]]).files.get(path);
  if (file === undefined) throw new Error("no file");
  const tree = readDtoFile(createSource(path, DTOS));
  const text = printDtoFile(tree).replace("tags.Minimum<0>", "tags.Minimum<1>");
  expect(differentTypes([file], [{ tree, text }])).toEqual([`${path}: IA`, `${path}: IB`]);
});
