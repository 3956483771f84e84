import { describe, expect, it } from "@jest/globals";
import { parentPath, parsePath, printPath } from "../../../src/model/schema/path.js";
import { schemaAt } from "../../../src/model/schema/schema-at.js";
import { valueAt, withValueAt } from "../../../src/model/schema/value-at.js";
import { definitionOf, withNames } from "../../../src/model/schema/with-names.js";
import { MENU_SCHEMA, PANTRY, RIGHT } from "../tiny-step.js";

describe("paths", () => {
  it.each([
    ["$input", []],
    ["$input.a[0].b", ["a", 0, "b"]],
    ['$input["a b"][12]["c\\"d"]', ["a b", 12, 'c"d']],
  ])("%s are read and printed", (path, keys) => {
    expect(parsePath(path)).toEqual(keys);
    expect(printPath(keys)).toBe(path);
  });

  it("know what holds a place", () => {
    expect(parentPath("$input.a[0].b")).toBe("$input.a[0]");
    expect(parentPath("$input")).toBe("$input");
  });

  it("lead into values, and to copies with something else there", () => {
    expect(valueAt(RIGHT, parsePath('$input.dishes[1]["with"][0]'))).toBe("apple");
    expect(valueAt(RIGHT, parsePath("$input.dishes[7].with"))).toBeUndefined();
    const other = withValueAt(RIGHT, parsePath('$input.dishes[1]["with"][0]'), "carrot");
    expect(valueAt(other, parsePath('$input.dishes[1]["with"]'))).toEqual(["carrot", "sugar"]);
    expect(valueAt(RIGHT, parsePath('$input.dishes[1]["with"]'))).toEqual(["apple", "sugar"]);
    expect(withValueAt(RIGHT, ["dishes", 0], undefined)).toEqual({ ...RIGHT, dishes: [RIGHT.dishes[1]] });
    expect(withValueAt({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
    expect(withValueAt(RIGHT, [], 5)).toBe(5);
  });
});

describe("names in a schema", () => {
  it("stand in one definition, beside null, and in lists", () => {
    expect(MENU_SCHEMA.$defs["Ingredient"]).toMatchObject({ type: "string", enum: PANTRY.values });
    expect(schemaAt(MENU_SCHEMA, "$input.dishes[0].of", RIGHT)).toMatchObject({ $ref: "#/$defs/Ingredient" });
    expect(schemaAt(MENU_SCHEMA, '$input.dishes[1]["with"][0]', RIGHT)).toEqual({
      $ref: "#/$defs/Ingredient",
    });
    expect(schemaAt(MENU_SCHEMA, "$input.dishes[1].candle", RIGHT)).toMatchObject({
      anyOf: [{ type: "null" }, { $ref: "#/$defs/Ingredient" }],
    });
  });

  it("are not there where no name exists", () => {
    const none = { ...PANTRY, name: "Spice", values: [] };
    expect(withNames(MENU_SCHEMA, { "Soup.of": none })).toEqual(MENU_SCHEMA);
  });

  it.each(["Stew.of", "Soup.salt"])("cannot stand at %s, which is no place", (place) => {
    expect(() => withNames(MENU_SCHEMA, { [place]: PANTRY })).toThrow("has no");
  });

  it("stand in a list that has a definition of its own, and in a list of the whole", () => {
    const list = { type: "array" as const, items: { type: "string" as const } };
    const parameters = {
      type: "object" as const,
      properties: { bought: list, eaten: { $ref: "#/$defs/Meal" } },
      required: ["bought", "eaten"],
      additionalProperties: false as const,
      $defs: { Meal: list },
    };
    const named = withNames(parameters, { ".bought[]": PANTRY, ".eaten[]": PANTRY });
    expect(named.properties).toEqual({
      bought: { type: "array", items: { $ref: "#/$defs/Ingredient" } },
      eaten: { $ref: "#/$defs/Meal" },
    });
    expect(named.$defs["Meal"]).toEqual({ type: "array", items: { $ref: "#/$defs/Ingredient" } });
  });

  it("are put into the kind that a word stands for", () => {
    expect(definitionOf(MENU_SCHEMA, "Dish", "soup")).toBe("Soup");
    expect(definitionOf(MENU_SCHEMA, "Dish", "stew")).toBeUndefined();
  });
});

describe("the schema of a place", () => {
  it("is unknown where the value does not say which it is", () => {
    const untold = { title: "Lunch", dishes: [{ of: "carrot" }] };
    expect(schemaAt(MENU_SCHEMA, "$input.dishes[0].of", untold)).toBeUndefined();
    expect(schemaAt(MENU_SCHEMA, "$input.nothing", RIGHT)).toBeUndefined();
  });
});
