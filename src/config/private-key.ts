import { readFileSync } from "node:fs";
import { WorldError } from "../errors/world-error.js";
import { setting } from "./folders.js";

/** The app's key: in `PRIVATE_KEY` (as it is, with `\n` for line breaks, or in base64) or in a file. */
export function readPrivateKey(variables: Readonly<Record<string, string | undefined>>): string | null {
  const value = setting(variables, "PRIVATE_KEY");
  if (value !== null) return checked("PRIVATE_KEY", unpack(value));
  const path = setting(variables, "PRIVATE_KEY_PATH");
  return path === null ? null : checked(path, readKeyFile(path));
}

function unpack(value: string): string {
  if (value.includes("-----BEGIN")) return value.replaceAll("\\n", "\n");
  return Buffer.from(value, "base64").toString("utf8");
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new WorldError("config", path, "the app's key cannot be read", "Check PRIVATE_KEY_PATH", cause);
  }
}

/** The key itself never gets into an error's text. */
function checked(thing: string, key: string): string {
  if (/-----BEGIN (RSA )?PRIVATE KEY-----/.test(key)) return key;
  throw new WorldError(
    "config",
    thing,
    "holds no private key in PEM form",
    "Download a new one from the app's page",
  );
}
