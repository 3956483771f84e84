import { readFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { demoBody, embed, embeddedIn, withoutTimes } from "./demo-body.js";

test("the README shows the pull request that the demonstration ends with (npm run readme renews it)", async () => {
  const readme = await readFile("README.md", "utf8");
  const expected = embeddedIn(embed(readme, await demoBody()));
  expect(withoutTimes(embeddedIn(readme))).toBe(withoutTimes(expected));
}, 600_000);
