/** What deleting a row does to the rows that lead to it: they go as well, lead nowhere, or keep it from going. */
export const DELETE_BEHAVIOURS = ["cascade", "set null", "restrict"] as const;

export type DeleteBehaviour = (typeof DELETE_BEHAVIOURS)[number];

/** As the schema says it. */
export const ON_DELETE: Readonly<Record<DeleteBehaviour, string>> = {
  cascade: "Cascade",
  "set null": "SetNull",
  restrict: "Restrict",
};

/** Reads `cascade`, `SET NULL`; null for anything else. */
export function parseDeleteBehaviour(text: string): DeleteBehaviour | null {
  return DELETE_BEHAVIOURS.find((each) => each === text.toLowerCase().replace(/\s+/g, " ")) ?? null;
}
