import { type Doc, HARD, isList } from "./doc.js";

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

const STEP = 2;

/** Lays a document out in lines of at most `width` characters where that can be had. */
export function printDoc(doc: Doc, width: number): string {
  let text = "";
  let column = 0;
  const rest: Command[] = [{ indent: 0, flat: false, doc }];
  for (let command = rest.pop(); command !== undefined; command = rest.pop()) {
    const { indent, flat, doc: current } = command;
    if (typeof current === "string") {
      text += current;
      column += current.length;
    } else if (isList(current)) rest.push(...spread(current, command));
    else if (current.kind === "nest") rest.push({ indent: indent + STEP, flat, doc: current.inner });
    else if (current.kind === "line") {
      if (flat && current.flat !== null) {
        text += current.flat;
        column += current.flat.length;
      } else {
        text = `${text.replace(/[ \t]+$/, "")}\n${" ".repeat(indent)}`;
        column = indent;
      }
    } else if (current.kind === "either")
      rest.push({ indent, flat, doc: flat ? current.flat : current.broken });
    else if (current.kind === "fluid") {
      const beside = [" ", current.inner];
      const fit =
        flat ||
        fits(
          { indent, flat: true, doc: " " },
          [...rest, { indent, flat, doc: current.inner }],
          width - column,
        );
      rest.push({ indent, flat, doc: fit ? beside : { kind: "nest", inner: [HARD, current.inner] } });
    } else if (current.kind === "group") {
      const next = { indent, flat: true, doc: current.inner };
      const fit = !current.broken && (flat || fits(next, rest, width - column));
      rest.push(fit ? next : { ...next, flat: false });
    } else rest.push(wayThatFits(current.ways, indent, rest, width - column));
  }
  return `${text.trimEnd()}\n`.replace(/[ \t]+$/gm, "");
}

function spread(docs: readonly Doc[], { indent, flat }: Command): readonly Command[] {
  return docs.map((doc) => ({ indent, flat, doc })).reverse();
}

function wayThatFits(ways: readonly Doc[], indent: number, rest: readonly Command[], left: number): Command {
  const found = ways.find((doc) => fits({ indent, flat: true, doc }, rest, left));
  if (found !== undefined) return { indent, flat: true, doc: found };
  return { indent, flat: false, doc: ways.at(-1) ?? "" };
}

/** Whether what comes up to the next break fits into what is left of the line. */
function fits(next: Command, rest: readonly Command[], left: number): boolean {
  const stack: Command[] = [next];
  let behind = rest.length;
  let room = left;
  while (room >= 0) {
    let command = stack.pop();
    if (command === undefined) {
      if (behind === 0) return true;
      command = rest[--behind] as Command;
    }
    const { doc, flat, indent } = command;
    if (typeof doc === "string") room -= doc.length;
    else if (isList(doc)) stack.push(...spread(doc, command));
    else if (doc.kind === "either") room -= (flat ? doc.flat : doc.broken).length;
    else if (doc.kind === "fluid") stack.push({ indent, flat, doc: [" ", doc.inner] });
    else if (doc.kind === "nest") stack.push({ indent, flat, doc: doc.inner });
    else if (doc.kind === "line") {
      if (!flat || doc.flat === null) return true;
      room -= doc.flat.length;
    } else if (doc.kind === "group") stack.push({ indent, flat: flat && !doc.broken, doc: doc.inner });
    else stack.push({ indent, flat, doc: (flat ? doc.ways[0] : doc.ways.at(-1)) ?? "" });
  }
  return false;
}
