import { expect, test } from "@jest/globals";
import { packVector, similarity, unpackVector } from "../../../src/retrieve/embedding/vectors.js";

test("a vector comes back from its text", () => {
  expect([...unpackVector(packVector([0.5, -2, 0, 1024]))]).toEqual([0.5, -2, 0, 1024]);
});

test("similarity is the cosine", () => {
  expect(similarity([1, 2], [2, 4])).toBeCloseTo(1);
  expect(similarity([1, 0], [0, 3])).toBe(0);
  expect(similarity([1, 0], [-5, 0])).toBe(-1);
  expect(similarity([0, 0], [1, 1])).toBe(0);
});
