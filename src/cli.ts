#!/usr/bin/env node
import { processConsole } from "./cli/console.js";
import { main } from "./cli/main.js";
import { untilStopped } from "./cli/until-stopped.js";
import { openWorkshop } from "./cli/workshop.js";
import { readEnvironment } from "./config/environment.js";
import { factStore } from "./workspace/cache/fact-store.js";

process.exitCode = await main(process.argv.slice(2), {
  console: processConsole(),
  environment: () => readEnvironment(),
  workshop: openWorkshop,
  factCache: ({ folders }) => factStore(folders.cache),
  now: () => performance.now(),
  log: (line) => void process.stdout.write(line),
  untilStopped,
});
