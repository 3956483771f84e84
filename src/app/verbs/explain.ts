import { SpecError } from "../../errors/spec-error.js";
import { explain as explainNode } from "../../graph/questions/explain.js";
import type { Backend } from "../../source/backend.js";
import type { Desk } from "../desk.js";
import { code } from "../markdown.js";
import { sentence } from "../outcome-comment.js";
import { explanationText } from "../sections/explanation-text.js";
import type { Services } from "../services.js";
import type { Reply } from "./reply.js";

/** Why an artefact is there, and who uses it, as of the head of the default branch. */
export async function explain({ host, services }: Desk, artefact: string): Promise<Reply> {
  const read = await host.read();
  if (read.kind === "refused")
    return { ok: false, text: `${sentence(read.reason)} ${sentence(read.remedy)}` };
  try {
    return explainIn(read.backend, artefact, services.graphOf);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { ok: false, text: `The backend cannot be read: ${sentence(error.message)}` };
  }
}

function explainIn(backend: Backend, artefact: string, graphOf: Services["graphOf"]): Reply {
  const graph = graphOf(backend);
  const found = explainNode(graph, artefact);
  if (found.kind === "found") return { ok: true, text: explanationText(graph, found.explanations) };
  const nearest = found.nearest.length === 0 ? "" : ` Nearest names: ${found.nearest.map(code).join(", ")}`;
  return { ok: false, text: `There is no artefact ${code(artefact)}.${nearest}` };
}
