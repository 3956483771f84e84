import type { Family } from "./family.js";

/** Every name that the artefacts of a family go by. */
export type Names = ReturnType<typeof namesOf>;

export function namesOf(family: Family) {
  const { noun, child } = family;
  return {
    noun,
    child,
    parents: `${noun}s`,
    children: `${child}s`,
    parentTable: `hub_${noun}s`,
    childTable: `hub_${noun}_${child}s`,
    snapshotTable: `hub_${noun}_snapshots`,
    junctionTable: `hub_${noun}_labels`,
    key: `hub_${noun}_id`,
    parentType: `Hub${pascal(noun)}`,
    childType: `Hub${pascal(noun)}${pascal(child)}`,
    snapshotType: `Hub${pascal(noun)}Snapshot`,
    parentId: `${noun}Id`,
    childId: `${child}Id`,
  };
}

/** "hub_project_note" and "projectId" → "HubProjectNote" and "ProjectId". */
export function pascal(text: string): string {
  return text.replace(/(?:^|[_-])(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The article that an English noun takes. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
