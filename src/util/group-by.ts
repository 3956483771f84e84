/** Elements by key, keys and elements in the order they came. */
export function groupBy<T, K>(elements: Iterable<T>, key: (element: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const element of elements) {
    const name = key(element);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [element]);
    else group.push(element);
  }
  return groups;
}
