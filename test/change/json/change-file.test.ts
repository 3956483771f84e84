import { describe, expect, it, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { exampleOf, FORMS, KINDS, printChange } from "../../../src/change/forms.js";
import { changeSchema } from "../../../src/change/json/change-schema.js";
import { readChangeFile } from "../../../src/change/json/read-change-file.js";
import { changeOf } from "../../support/change-of.js";

function problemsOf(value: unknown): string {
  const read = readChangeFile(typeof value === "string" ? value : JSON.stringify(value));
  return read.ok ? "none" : read.problems.join("\n");
}

const FIELD = { name: "nickname", type: { name: "string", values: [], optional: true } };
const ADD = { kind: "add-field", ...FIELD, to: { models: ["members"], stance: null } };

describe("the JSON form of a change", () => {
  test.each(KINDS)("%s says what its line says", (kind) => {
    const change = changeOf(FORMS[kind].example);
    expect(change).toEqual(exampleOf(kind));
    const read = readChangeFile(JSON.stringify(change));
    expect(read).toEqual({ ok: true, changes: [change] });
    expect(read.ok && read.changes.map(printChange)).toEqual([FORMS[kind].example]);
  });

  it("stands alone, in a list, or in a document", () => {
    const all = KINDS.map(exampleOf);
    expect(readChangeFile(JSON.stringify(all))).toEqual({ ok: true, changes: all });
    const document = { $schema: "./changes.schema.json", changes: all };
    expect(readChangeFile(`\uFEFF${JSON.stringify(document)}`)).toEqual({ ok: true, changes: all });
  });

  it("is told where it is wrong, what was expected and found, and what may be meant", () => {
    expect(problemsOf({ ...ADD, default: null, carriers: "read" })).toBe(
      '.carriers: expected list of string or null, found "read"\n' +
        `: an example of add-field: ${JSON.stringify(exampleOf("add-field"))}`,
    );
    expect(problemsOf([ADD])).toContain("[0].default: expected null or string, found nothing\n");
    const wrong = { changes: [exampleOf("remove-model"), { ...exampleOf("remove-model"), nmae: "x" }] };
    expect(problemsOf(wrong)).toContain("changes[1].nmae: there is no such member; did you mean name?");
    expect(problemsOf({ ...wrong, change: 1 })).toContain("change: a file of changes has no such member");
  });

  it("has the nearest kind for one that is not known", () => {
    expect(problemsOf({ kind: "add_feild" })).toBe(
      '.kind: there is no kind of change "add_feild"; did you mean add-field?',
    );
    expect(problemsOf({ changes: [{ kind: "paint everything blue, please" }] })).toContain(
      "the kinds are add-",
    );
    expect(problemsOf([3])).toContain("[0].kind: expected one of add-dto, add-field, ");
  });

  it("is refused where no line says it", () => {
    for (const target of ["comments\nremove likes", "comments ", "field x from y", "", "x".repeat(3_000)])
      expect(problemsOf({ kind: "remove-feature", target })).not.toBe("none");
    expect(problemsOf({ kind: "remove-model", name: "a b" })).toContain(": no line says this: ");
    expect(problemsOf({ ...exampleOf("remove-field"), from: { models: [], stance: "Primary" } })).toContain(
      'is read as {"kind":"remove-field"',
    );
  });

  it("is looked for in JSON, and in as much of it as one request is", () => {
    expect(problemsOf('{\n  "kind": remove }')).toMatch(/^line 2, column 11: this is no JSON: /);
    expect(problemsOf('{"kind": "remove-feature",\n')).toMatch(/^line 2, column 1: this is no JSON/);
    for (const text of ["", "[1,]", "// nothing"]) expect(problemsOf(text)).toContain("this is no JSON");
    expect(problemsOf([])).toBe("it holds no change");
    expect(problemsOf({ changes: 3 })).toBe("changes: expected a list of changes, found 3");
    expect(problemsOf(new Array(201).fill(exampleOf("remove-model")))).toContain("one request takes 200");
  });
});

describe("the schema of a file of changes", () => {
  const schema = changeSchema();
  const check = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  it("takes every example, and nothing that the reader refuses for its form", () => {
    for (const kind of KINDS) {
      expect([kind, check(exampleOf(kind))]).toEqual([kind, true]);
      expect([kind, check({ ...exampleOf(kind), more: 1 })]).toEqual([kind, false]);
    }
    expect(check({ $schema: "x", changes: KINDS.map(exampleOf) })).toBe(true);
    expect(check([])).toBe(false);
    expect(check(ADD)).toBe(false);
  });

  it("says of each kind its line, what it is for, and an example", () => {
    const { $defs } = schema as {
      $defs: Record<string, { title?: string; description?: string; examples?: unknown[] }>;
    };
    for (const kind of KINDS) {
      const found = Object.values($defs).find(({ title }) => title === FORMS[kind].usage);
      expect(found?.examples).toEqual([exampleOf(kind)]);
      expect(found?.description).toMatch(/^\w.*\.$/);
    }
  });
});
