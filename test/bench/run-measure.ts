import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Figures of one measurement by name; `processMs` is the whole process from start to end. */
export type Measurement = Readonly<Record<string, number>>;

const SCRIPT = fileURLToPath(new URL("./measure.js", import.meta.url));

/** Runs one measure in a process of its own. */
export function runMeasure(name: string, folder: string): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [SCRIPT, name, folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.once("error", reject);
    child.once("close", (code) => {
      const processMs = performance.now() - start;
      // Tools may print before; the figures are the last line.
      const line = output.trimEnd().split("\n").at(-1) ?? "";
      if (code === 0) resolve({ ...(JSON.parse(line) as Measurement), processMs });
      else reject(new Error(`${name} of ${folder} ended with ${code}`));
    });
  });
}
