import { createHmac, timingSafeEqual } from "node:crypto";

/** What a marker stands on: a copy of it on another issue or repository does not verify. */
export interface Signer {
  /** "owner/repo#12". */
  readonly scope: string;
  readonly key: string;
}

type Kind = "request" | "reply" | "note" | "pull-request" | "schema-safety";

/** Hidden state inside of a text of ours, signed so that nobody else can write it. */
export function printMarker(signer: Signer, kind: Kind, data: object): string {
  const payload = Buffer.from(JSON.stringify(data)).toString("base64url");
  return `<!-- autobe:${kind} ${payload} ${signatureOf(signer, kind, payload)} -->`;
}

/** The state of a text; undefined where there is none, or somebody changed it. */
export function readMarker(signer: Signer, kind: Kind, text: string): unknown {
  const match = new RegExp(`<!-- autobe:${kind} ([A-Za-z0-9_-]+) ([A-Za-z0-9_-]+) -->`).exec(text);
  const [, payload = "", signature = ""] = match ?? [];
  const expected = Buffer.from(signatureOf(signer, kind, payload));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as unknown;
}

function signatureOf(signer: Signer, kind: Kind, payload: string): string {
  return createHmac("sha256", signer.key).update(`${signer.scope}\n${kind}\n${payload}`).digest("base64url");
}
