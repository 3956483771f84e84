import type { Plan } from "../../src/plan/plan.js";
import type { Backend } from "../../src/source/backend.js";
import { readSpec } from "../../src/spec/spec.js";

/**
 * Removed models and DTOs whose name still stands in code, comments and strings aside. A DTO may leave the namespace
 * beside it, which others import by that name.
 */
export function danglingNames(head: Backend, plan: Plan): readonly string[] {
  const spaces = new Set([...readSpec(head).api.dtos.keys()].map((each) => each.split(".")[0]));
  const dtos = plan.removed.dtos.filter((each) => !each.includes(".") && !spaces.has(each));
  const names = [...plan.removed.models, ...dtos];
  const found: string[] = [];
  for (const file of head.files.values()) {
    if (file.text === null || !/^(src|test)\/.*\.ts$/.test(file.path)) continue;
    const code = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"[^"\n]*"|'[^'\n]*'/g, "");
    for (const name of names) if (new RegExp(`\\b${name}\\b`).test(code)) found.push(`${file.path}: ${name}`);
  }
  return found;
}
