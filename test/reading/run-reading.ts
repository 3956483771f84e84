import { parseArgs } from "node:util";
import { loadDirectory } from "../bench/load-directory.js";
import { readWholeBodies, readWholeTests } from "./read-bodies.js";
import { readWholeDatabase } from "./read-database.js";
import { readWholeDtos } from "./read-dtos.js";
import { printedAgain } from "./printed-again.js";
import { readWholeOperations } from "./read-operations.js";
import { newTypeErrors } from "./type-errors.js";

/**
 * Says how much of backends is held as typed nodes; `--backend` is a folder and may be given more than once. With
 * `--types`, the bodies that are printed from them alone are compiled.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      backend: {
        type: "string",
        multiple: true,
        default: ["fixtures/backends/bbs", "fixtures/backends/todo"],
      },
      types: { type: "boolean", default: false },
    },
  });
  console.log("| backend | part | members | held | share | printed differently |");
  console.log("|---|---|---|---|---|---|");
  const lines: string[] = [];
  for (const folder of values.backend) {
    const backend = loadDirectory(folder);
    const parts = {
      database: readWholeDatabase,
      DTOs: readWholeDtos,
      operations: readWholeOperations,
      bodies: readWholeBodies,
      tests: readWholeTests,
    };
    for (const [part, read] of Object.entries(parts)) {
      const { members, held, unread, differences } = read(backend);
      const share = `${((100 * held) / Math.max(1, members)).toFixed(1)} %`;
      console.log(`| ${folder} | ${part} | ${members} | ${held} | ${share} | ${differences.length} |`);
      lines.push(...unread.map((each) => `not understood: ${each.replace(/\s+/g, " ").slice(0, 200)}`));
      lines.push(...differences.map((each) => `printed differently: ${each}`));
    }
    if (!values.types) continue;
    const errors = await newTypeErrors(backend, printedAgain(backend));
    lines.push(
      `${folder}: ${errors.length} new type errors where all bodies are printed from their trees`,
      ...errors,
    );
  }
  for (const line of lines) console.log(line);
}

await main();
