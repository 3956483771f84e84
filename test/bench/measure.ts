/**
 * One measurement in a process of its own, so that nothing is warm that would not be in a run: prints what it
 * found as one line of JSON. Tools are loaded by the measure that needs them, never by this file.
 */
type Measure = (folder: string) => Promise<Record<string, number>>;

const MEASURES: Record<string, () => Promise<Measure>> = {
  boundary: async () => (await import("./measures/boundary.js")).boundary,
  checkFull: async () => (await import("./measures/check-removal.js")).checkFull,
  checkResident: async () => (await import("./measures/check-removal.js")).checkResident,
  checkScoped: async () => (await import("./measures/check-removal.js")).checkScoped,
  cruiseImports: async () => (await import("./measures/cruise-imports.js")).cruiseImports,
  graphCold: async () => (await import("./measures/graph-cold.js")).graphCold,
  graphStored: async () => (await import("./measures/graph-stored.js")).graphStored,
  graphWarm: async () => (await import("./measures/graph-warm.js")).graphWarm,
  madgeImports: async () => (await import("./measures/madge-imports.js")).madgeImports,
  planAuthors: async () => (await import("./measures/plan-authors.js")).planAuthors,
  planRemoval: async () => (await import("./measures/plan-removal.js")).planRemoval,
  verifyRemoval: async () => (await import("./measures/verify-removal.js")).verifyRemoval,
};

const [name, folder] = process.argv.slice(2);
const load = MEASURES[name ?? ""];
if (load === undefined || folder === undefined) {
  console.error(`usage: measure ${Object.keys(MEASURES).join("|")} FOLDER`);
  process.exit(2);
}
const measure = await load();
const found = await measure(folder);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
// The highest resident memory, which Linux and macOS do not give in the same unit.
const peakMiB = maxRSS / (process.platform === "darwin" ? 1024 * 1024 : 1024);
console.log(JSON.stringify({ ...found, peakMiB, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
