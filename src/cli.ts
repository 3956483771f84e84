#!/usr/bin/env node
import { join } from "node:path";
import { processConsole } from "./cli/console.js";
import { main } from "./cli/main.js";
import { untilStopped } from "./cli/until-stopped.js";
import { openWorkshop } from "./cli/workshop.js";
import { readEnvironment } from "./config/environment.js";
import { openFactCache } from "./workspace/fact-cache.js";

process.exitCode = await main(process.argv.slice(2), {
  console: processConsole(),
  terminal: {
    input: process.stdin,
    // Results go to the other one, which may be piped on.
    output: process.stderr,
    interactive: process.stdin.isTTY && process.stderr.isTTY,
  },
  environment: () => readEnvironment(),
  workshop: openWorkshop,
  factCache: ({ folders }) => openFactCache(join(folders.cache, "facts")),
  now: () => performance.timeOrigin + performance.now(),
  log: (line) => void process.stdout.write(line),
  untilStopped,
});
