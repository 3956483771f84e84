import type { InvalidCommand } from "../change/command.js";
import { nearestForms } from "../change/nearest-forms.js";
import type { Asked } from "./asked.js";
import type { Ports } from "./ports.js";
import type { Base } from "./read-backend.js";
import { readCommands } from "./read-commands.js";
import { readText } from "./read-text.js";
import type { Request } from "./request.js";
import { type Step, stop } from "./step.js";
import type { Lent } from "./with-model.js";

/** Step 2: text → changes, by grammar. What the grammar does not take is read by a model, if there is one. */
export async function understand(
  request: Request,
  base: Base,
  model: Lent | null,
  ports: Pick<Ports, "planChange" | "verify" | "progress">,
): Promise<Step<Asked>> {
  const read = readCommands(request);
  if (read.kind !== "free-text") return read;
  return model === null ? withoutModel(read.command) : await readText(request, base, model, ports);
}

function withoutModel({ line, problem, suggestion }: InvalidCommand): Step<Asked> {
  const near = suggestion === null || suggestion === "help" ? nearestForms(line) : [suggestion];
  const remedy = near.length === 0 ? "Write it whole" : `Did you mean: ${near.join("; ")}`;
  return stop(`"${line}" cannot be followed: ${problem}`, remedy);
}
