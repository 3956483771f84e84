import type { Span } from "../../../source/edit.js";
import type { Spans } from "../../expression/reader.js";

/** What is known while plain trees are lifted to those of bodies. */
export interface Lifter {
  /** Where the Prisma client stands. */
  readonly client: string;
  readonly spans: Spans;
}

/** A lifted part stands where the plain one stood. */
export function placedLike<T extends object>(part: T, plain: object, { spans }: Lifter): T {
  const span: Span | undefined = spans.get(plain);
  if (span !== undefined) spans.set(part, span);
  return part;
}

/** Two names of a path such as "BbsArticleCollector.collect", if it ends in the second one. */
export function ownerIn(path: string | null, method: string): string | null {
  const [owner, name, ...rest] = path?.split(".") ?? [];
  return owner !== undefined && name === method && rest.length === 0 ? owner : null;
}
