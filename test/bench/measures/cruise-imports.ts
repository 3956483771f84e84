/** dependency-cruiser on the same files: imports only, type imports included. */
export async function cruiseImports(folder: string): Promise<Record<string, number>> {
  process.chdir(folder);
  const { cruise } = await import("dependency-cruiser");
  const extract = await import("dependency-cruiser/config-utl/extract-ts-config");
  const start = performance.now();
  const { output } = await cruise(
    ["src", "test"],
    {
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
      // Without it the aliases of `paths` stay unresolved, and a quarter of the imports is missing.
      tsConfig: { fileName: "tsconfig.json" },
    },
    {},
    { tsConfig: extract.default("tsconfig.json") },
  );
  const ms = performance.now() - start;
  if (typeof output === "string") throw new Error("dependency-cruiser gave a text instead of a graph");
  const own = output.modules.filter((module) => /^(src|test)\//.test(module.source));
  const imports = own.flatMap((module) =>
    module.dependencies.filter((each) => /^(src|test)\//.test(each.resolved)),
  );
  return { ms, files: own.length, imports: imports.length };
}
