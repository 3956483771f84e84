import { describe, expect, test } from "@jest/globals";
import { createSource } from "../../../src/source/parse-typescript.js";
import { patchBody, type WrittenBody } from "../../../src/spec/body/patch/patch-body.js";
import type { BodyStatement } from "../../../src/spec/body/body.js";
import { readBody } from "../../../src/spec/body/read-body.js";
import { writtenFunctions } from "../../../src/spec/body/written-functions.js";
import { ts } from "ts-morph";

const TEXT = `export async function putItem(props: { body: IItem.IUpdate; itemId: string }) {
  // Who asks?
  const item = await MyGlobal.prisma.items.findFirstOrThrow({
    where: { id: props.itemId },   // by id
    select: { id: true, owner_id: true },
  });
  if (item.owner_id !== props.member.id) throw new HttpException("Not yours.", 403);

  /* A hand edit: */ const now   =  new Date();
  if (now) {
    // Once.
    await log( "a" ); // why
    await log("b");
  }
  await MyGlobal.prisma.$transaction(async (tx) => {
    await tx.items.update({
      where: { id: item.id },
      data: {
        // The name
        name: props.body.name,
        updated_at: now,
      },
    });
  });
  return await ItemTransformer.transform(item);
}
`;

type Tree = Record<string, unknown>;

/** What becomes of the text when its tree is changed; a model gives trees as JSON, so places are not known of it. */
function patched(change: (statements: BodyStatement[] & Tree[]) => void, text = TEXT): string {
  const before = bodyOf(text);
  const after = JSON.parse(JSON.stringify(before.statements)) as BodyStatement[] & Tree[];
  change(after);
  return patchBody(text, before, after);
}

function bodyOf(text: string): WrittenBody {
  const [only] = writtenFunctions(createSource("item.ts", text).statements);
  if (only === undefined || !ts.isBlock(only.body)) throw new Error("no body");
  const spans = new WeakMap();
  return { statements: readBody(only.body, spans), spans };
}

function at(tree: unknown, path: string): Tree {
  return path.split(".").reduce((inner, key) => (inner as Tree)[key] as Tree, tree as Tree);
}

test("the same tree leaves the text as it is", () => {
  expect(patched(() => undefined)).toBe(TEXT);
});

describe("only what differs is written", () => {
  test("the value of a member", () => {
    const result = patched((all) => {
      at(all, "0.query.where.members.0")["value"] = { kind: "name", name: "id" };
    });
    expect(result).toBe(TEXT.replace("id: props.itemId }", "id: id }"));
  });

  test("a mapping inside of a transaction", () => {
    const result = patched((all) => {
      at(all, "4.statements.0.query.data.mappings.0")["from"] = "props.body.title";
    });
    expect(result).toBe(TEXT.replace("name: props.body.name", "name: props.body.title"));
  });

  test("a mapping more, and one less", () => {
    const more = patched((all) => {
      (at(all, "4.statements.0.query.data")["mappings"] as Tree[]).push({
        kind: "constant",
        member: "is_done",
        value: { kind: "boolean", value: true },
      });
    });
    expect(more).toBe(TEXT.replace("updated_at: now,", "updated_at: now,\n        is_done: true,"));
    const less = patched((all) => {
      (at(all, "4.statements.0.query.data")["mappings"] as Tree[]).shift();
    });
    expect(less).toBe(TEXT.replace("        // The name\n        name: props.body.name,\n", ""));
  });

  test("a column more among those selected in one line", () => {
    const result = patched((all) => {
      (at(all, "0.query.shape")["selections"] as Tree[]).push({ kind: "column", name: "name" });
    });
    expect(result).toBe(TEXT.replace("owner_id: true }", "owner_id: true, name: true }"));
  });

  test("a guard between two statements", () => {
    const result = patched((all) => {
      all.splice(2, 0, {
        kind: "guard",
        condition: { kind: "name", name: "locked" },
        status: 409,
        message: { kind: "string", value: "Locked." },
      });
    });
    const guard = `\n  if (locked) {\n    throw new HttpException("Locked.", 409);\n  }`;
    expect(result).toBe(TEXT.replace(`"Not yours.", 403);`, `"Not yours.", 403);${guard}`));
  });

  test("a statement less, with its comment, and one in a block more", () => {
    const result = patched((all) => {
      (at(all, "3")["then"] as Tree[]).shift();
      (at(all, "3")["then"] as Tree[]).push({ kind: "return", value: null });
    });
    expect(result).toBe(
      TEXT.replace(`    // Once.\n    await log( "a" ); // why\n`, "").replace(
        `    await log("b");\n`,
        `    await log("b");\n    return;\n`,
      ),
    );
  });

  test("the message of a guard", () => {
    const result = patched((all) => {
      at(all, "1")["message"] = { kind: "string", value: "Never." };
    });
    expect(result).toBe(TEXT.replace(`"Not yours."`, `"Never."`));
  });

  test("the status of a guard, which has no place of its own, writes the guard anew", () => {
    const result = patched((all) => {
      at(all, "1")["status"] = 404;
    });
    expect(result).toBe(
      TEXT.replace(
        `if (item.owner_id !== props.member.id) throw new HttpException("Not yours.", 403);`,
        `if (item.owner_id !== props.member.id) {\n    throw new HttpException("Not yours.", 404);\n  }`,
      ),
    );
  });
});

test("the line breaks of the text are kept", () => {
  const windows = TEXT.replaceAll("\n", "\r\n");
  const result = patched((all) => {
    all.push({ kind: "break" });
  }, windows);
  expect(result.replaceAll("\r\n", "").includes("\n")).toBe(false);
});

test("a statement without braces gets them where others come to it", () => {
  const text = "async function f() {\n  if (a) b();\n  else c();\n}\n";
  const result = patched((all) => {
    (at(all, "0")["otherwise"] as Tree[]).push({ kind: "return", value: null });
  }, text);
  expect(result).toBe(
    "async function f() {\n  if (a) {\n    b();\n  }\n  else {\n    c();\n    return;\n  }\n}\n",
  );
});

test("an empty body takes statements", () => {
  const result = patched((all) => {
    all.push({ kind: "return", value: null });
  }, "async function f() {}\n");
  expect(result).toBe("async function f() {\n  return;\n}\n");
});
