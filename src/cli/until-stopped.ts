/** Resolves at the first signal that asks for an end; a second one ends the process at once. */
export async function untilStopped(): Promise<string> {
  return await new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve(signal));
  });
}
