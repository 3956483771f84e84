const PAGE = 100;

/** All items of a paged list. A bound keeps a thread of a hundred thousand comments from running forever. */
export async function listAll<T>(
  page: (paging: { per_page: number; page: number }) => Promise<readonly T[]>,
  maxPages = 100,
): Promise<T[]> {
  const all: T[] = [];
  for (let number = 1; number <= maxPages; number++) {
    const items = await page({ per_page: PAGE, page: number });
    all.push(...items);
    if (items.length < PAGE) break;
  }
  return all;
}
