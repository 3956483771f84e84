import { readFile, writeFile } from "node:fs/promises";
import { demoBody, embed } from "./demo-body.js";

// npm run readme: puts the pull request of the demonstration into the README.
await writeFile("README.md", embed(await readFile("README.md", "utf8"), await demoBody()));
