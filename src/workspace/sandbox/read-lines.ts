import type { Readable } from "node:stream";

/** Hands on the lines of a stream as they come; a stream that is longer than allowed is not read any further. */
export function readLines(
  stream: Readable,
  limit: number,
  onLine: (line: string) => void,
  onExcess: () => void,
): void {
  let rest = "";
  let left = limit;
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    left -= chunk.length;
    if (left < 0) return onExcess();
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  // A program that is killed leaves its end of the pipe as it is.
  stream.on("error", () => {});
}
