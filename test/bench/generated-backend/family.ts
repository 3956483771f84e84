/**
 * One family of resources of the generated backend: what members write, what
 * they put below it, its snapshots and its labels.
 */
export type Family = {
  /** Singular name of the parent, one lower-case word. */
  readonly noun: string;
  /** Singular name of what is put below the parent. */
  readonly child: string;
  /** The column that this family has and its neighbours may not have. */
  readonly extra: Column;
  /** The parent of another family that this one may point to. */
  readonly related: string | undefined;
  /** Whether administrators may erase the parent, one endpoint more. */
  readonly moderated: boolean;
  /** How many of the optional tests are printed. */
  readonly optionalTests: number;
};

export type Column = {
  readonly name: string;
  readonly kind: "String" | "Int" | "DateTime";
  readonly optional: boolean;
  readonly doc: string;
};

const NOUNS = (
  "project ticket invoice meeting contract shipment budget survey lesson recipe garden vehicle " +
  "journey museum concert ballot permit warrant tenant harvest voyage festival orchard bridge " +
  "tunnel kiosk market theater stadium airport station harbor village district printer scanner " +
  "monitor sensor turbine reactor satellite rocket telescope anchor ladder hammer pencil calendar"
).split(" ");

const CHILDREN = ["note", "remark", "message", "step"] as const;

const EXTRAS: readonly Column[] = [
  { name: "hint", kind: "String", optional: true, doc: "What a reader should know first." },
  { name: "priority", kind: "Int", optional: false, doc: "How urgent it is, smallest first." },
  { name: "due_at", kind: "DateTime", optional: true, doc: "Until when it should be done." },
];

export const mostFamilies = NOUNS.length;

export function makeFamilies(count: number, moderated: number, tests: number): Family[] {
  return NOUNS.slice(0, count).map((noun, index) => ({
    noun,
    child: CHILDREN[index % CHILDREN.length] ?? "note",
    extra: EXTRAS[index % EXTRAS.length] ?? EXTRAS[0]!,
    // Every third family points to the one before it, so that families are not islands.
    related: index % 3 === 1 ? NOUNS[index - 1] : undefined,
    moderated: index < moderated,
    optionalTests: Math.min(OPTIONAL_TESTS, Math.max(0, tests - index * OPTIONAL_TESTS)),
  }));
}

/** How many tests a family may have beyond those that it always has. */
export const OPTIONAL_TESTS = 3;
