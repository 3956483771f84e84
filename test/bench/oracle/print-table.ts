/** What one kind of mutation came to. */
export interface Row {
  readonly kind: string;
  mutations: number;
  /** Mutations that Prisma rejected. */
  invalid: number;
  /** Files that broke, over all mutations. */
  broken: number;
  /** Files that the graph told. */
  told: number;
  /** "member: path" */
  readonly missed: string[];
}

export function printTable(rows: readonly Row[]): void {
  console.log("| kind | mutations | rejected | really break | graph | ratio | missed |");
  console.log("|---|---|---|---|---|---|---|");
  const total = { kind: "all", mutations: 0, invalid: 0, broken: 0, told: 0, missed: [] as string[] };
  for (const row of rows) {
    total.mutations += row.mutations;
    total.invalid += row.invalid;
    total.broken += row.broken;
    total.told += row.told;
    total.missed.push(...row.missed);
    printRow(row);
  }
  printRow(total);
  for (const each of total.missed) console.log(`missed ${each}`);
}

function printRow({ kind, mutations, invalid, broken, told, missed }: Row): void {
  const ratio = broken === 0 ? "–" : (told / broken).toFixed(2);
  console.log(`| ${kind} | ${mutations} | ${invalid} | ${broken} | ${told} | ${ratio} | ${missed.length} |`);
}
