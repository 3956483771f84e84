import type { Plan } from "../../src/plan/plan.js";
import type { Backend } from "../../src/source/backend.js";

/** Removed models and DTOs whose name still stands in code, comments and strings aside. */
export function danglingNames(head: Backend, plan: Plan): readonly string[] {
  const names = [...plan.removed.models, ...plan.removed.dtos.filter((each) => !each.includes("."))];
  const found: string[] = [];
  for (const file of head.files.values()) {
    if (file.text === null || !/^(src|test)\/.*\.ts$/.test(file.path)) continue;
    const code = file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"[^"\n]*"|'[^'\n]*'/g, "");
    for (const name of names) if (new RegExp(`\\b${name}\\b`).test(code)) found.push(`${file.path}: ${name}`);
  }
  return found;
}
