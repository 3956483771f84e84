import type { Step } from "../plan/plan.js";
import { createStep, editStep } from "../plan/steps-of.js";
import type { Behaviour } from "./design.js";

/** The step of an artefact that a model wrote for a behaviour; its reasons are the sections that ask for it. */
export function writtenStep(path: string, action: "create" | "edit", behaviour: Behaviour): Step {
  const { operation, sections } = behaviour;
  const how = action === "edit" ? "does" : "tests";
  const reasons = [...sections.map((cause) => ({ cause, how: "asks for" })), { cause: operation, how }];
  const step = action === "create" ? createStep(path, reasons) : editStep(path, reasons);
  return { ...step, way: "model" };
}
