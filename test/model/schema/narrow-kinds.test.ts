import { expect, test } from "@jest/globals";
import typia from "typia";
import { leaveOut, withLeftOut } from "../../../src/model/schema/leave-out.js";
import { withoutKinds } from "../../../src/model/schema/narrow-kinds.js";
import { plainSchema } from "../../../src/model/schema/plain-schema.js";
import { toldSchema } from "../../../src/model/openai/told-schema.js";

interface Box {
  readonly shape: Shape;
  readonly more: MaybeShape;
}

type Shape = Circle | Square | Dot | Group | Line;

type MaybeShape = Shape | null;

interface Circle {
  readonly kind: "circle";
  readonly optional: boolean;
  readonly type: string | null;
}

interface Square {
  readonly kind: "square";
  readonly corner: Corner;
}

interface Corner {
  readonly round: boolean;
}

interface Dot {
  readonly kind: "dot";
}

interface Line {
  readonly kind: "line";
}

interface Group {
  readonly kind: "group";
  readonly shapes: readonly Shape[];
}

const WHOLE = plainSchema(typia.llm.parameters<Box>());

test("kinds that are left out are gone with all that they alone need", () => {
  const { $defs } = withoutKinds(WHOLE, { Shape: ["square"], MaybeShape: ["square"] });
  expect(Object.keys($defs)).toEqual(expect.arrayContaining(["Shape", "Circle", "Group"]));
  expect(Object.keys($defs)).not.toContain("Corner");
  expect(JSON.stringify($defs["Shape"])).not.toContain("Square");
});

test("members that are the same nearly everywhere may be left out", () => {
  const schema = leaveOut(WHOLE);
  expect(schema.$defs["Circle"]).toMatchObject({ required: ["kind"] });
  const value = { shape: { kind: "group", shapes: [{ kind: "circle" }] }, more: null };
  expect(withLeftOut(value, schema)).toEqual({
    shape: { kind: "group", shapes: [{ kind: "circle", optional: false, type: null }] },
    more: null,
  });
});

test("a model reads no table of words, and no alternatives twice", () => {
  const text = JSON.stringify(toldSchema(WHOLE));
  expect(text).not.toContain("discriminator");
  expect(text.match(/\$defs\/Circle"/g)).toHaveLength(1);
});
