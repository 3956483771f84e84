import { expect, test } from "@jest/globals";
import { aboveKnee } from "../../src/retrieve/knee.js";

test.each<[readonly number[], number]>([
  [[], 0],
  [[1], 1],
  [[1, 0.2], 2],
  [[1, 0.2, 0.19, 0.18, 0.17], 1],
  [[1, 0.95, 0.9, 0.2, 0.19, 0.18, 0.17, 0.16], 3],
  [[1, 1, 1], 3],
  [[1, 0.75, 0.5, 0.25, 0], 5],
])("of %j, %i stand above the knee", (scores, count) => {
  expect(aboveKnee(scores)).toBe(count);
});
