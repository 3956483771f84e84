import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Where administrators' programs stand on systems that leave them out of a person's `PATH`. */
const MORE = ["/usr/sbin", "/sbin"];

/** The place of a program on this machine; null where it has none of that name. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...MORE].filter((each) => each !== "");
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
