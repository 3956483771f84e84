const LIMIT = 63;

/** The name that PostgreSQL gives to the sequence of a counting column: the longer part is cut until it fits. */
export function sequenceName(table: string, column: string): string {
  const room = LIMIT - "__seq".length;
  let [first, second] = [table, column];
  while (Buffer.byteLength(first) + Buffer.byteLength(second) > room) {
    if (Buffer.byteLength(first) > Buffer.byteLength(second)) first = [...first].slice(0, -1).join("");
    else second = [...second].slice(0, -1).join("");
  }
  return `${first}_${second}_seq`;
}
