import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Progress } from "../../util/progress.js";
import { makeOnce } from "../cache/make-once.js";
import { cannotInstall } from "../cannot-install.js";
import type { DependencySet } from "../dependency-set.js";
import { digest } from "./resolve-dependencies.js";
import { runNpm } from "./run-npm.js";
import { isPackageName } from "./registry-spec.js";

/** Installs dependencies, whose typings are read and whose code never runs. Gives their `node_modules`. */
export async function installDependencies(
  cache: string,
  set: DependencySet,
  progress: Progress,
): Promise<string> {
  const folder = join(cache, "dependencies", set.key);
  await makeOnce(folder, async (temporary) => {
    await writeFile(join(temporary, "package.json"), set.manifest);
    await writeFile(join(temporary, "package-lock.json"), set.lock);
    await runNpm(temporary, ["ci"], "installing dependencies", progress);
  });
  return join(folder, "node_modules");
}

/** Installs tools, which are executed: official packages of exact versions, and nothing a backend could name. */
export async function installTools(
  cache: string,
  tools: ReadonlyMap<string, string>,
  progress: Progress,
): Promise<string> {
  const names = [...tools].map(([name, version]) => `${name}@${version}`).sort();
  const folder = join(cache, "tools", digest(names.join("\n")));
  for (const [name, version] of tools)
    if (!isPackageName(name) || !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
      throw cannotInstall(
        name,
        `"${version}" is not an exact version`,
        "Pin it in the backend's package.json",
      );
  await makeOnce(folder, async (temporary) => {
    await writeFile(
      join(temporary, "package.json"),
      '{ "name": "tools", "version": "0.0.0", "private": true }\n',
    );
    const what = `installing ${names.slice(0, 2).join(", ")}`;
    await runNpm(temporary, ["install", "--save-exact", ...names], what, progress);
  });
  return join(folder, "node_modules");
}
