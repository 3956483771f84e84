import type { Desk } from "../desk.js";
import { code } from "../markdown.js";
import { sentence } from "../outcome-comment.js";
import type { Reply } from "./reply.js";

/** Why an artefact is there, and who uses it, as of the head of the default branch. */
export async function explain({ host, services }: Desk, artefact: string): Promise<Reply> {
  const read = await host.read();
  if (read.kind === "refused")
    return { ok: false, text: `${sentence(read.reason)} ${sentence(read.remedy)}` };
  const found = services.explain(read.backend, artefact);
  if (found.kind === "found") return { ok: true, text: found.markdown };
  const nearest = found.nearest.length === 0 ? "" : ` Nearest names: ${found.nearest.map(code).join(", ")}`;
  return { ok: false, text: `There is no artefact ${code(artefact)}.${nearest}` };
}
