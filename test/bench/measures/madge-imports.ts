/** madge on the same files: imports only, type imports included. */
export async function madgeImports(folder: string): Promise<Record<string, number>> {
  process.chdir(folder);
  const { default: madge } = await import("madge");
  const start = performance.now();
  const graph = await madge(["src", "test"], {
    baseDir: ".",
    fileExtensions: ["ts"],
    tsConfig: "tsconfig.json",
    detectiveOptions: { ts: { skipTypeImports: false } },
  });
  const ms = performance.now() - start;
  const found = Object.values(graph.obj());
  return { ms, files: found.length, imports: found.reduce((sum, each) => sum + each.length, 0) };
}
