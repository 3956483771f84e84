import fc from "fast-check";
import { makeBackend } from "../../src/source/make-backend.js";
import { applySplices, type Edit } from "../../src/source/edit.js";
import type { Backend } from "../../src/source/backend.js";
import { HAND_EDIT_KINDS, makeHandEdit, type HandEdit } from "./hand-edits.js";
import { possibleChanges } from "./possible-changes.js";
import { type Site, sitesOf } from "./sites.js";
import { stayingLines, tryChange, type Tried } from "./try-change.js";

/** Numbers that choose a change and the hand edits made before it. Any numbers will do: they count round. */
export interface Choice {
  readonly kind: number;
  readonly line: number;
  readonly edits: readonly {
    readonly kind: number;
    /** Whether it is made in a file that the change edits. */
    readonly near: boolean;
    readonly file: number;
    readonly site: number;
  }[];
  /** Files that get Windows line ends. */
  readonly crlf: readonly number[];
}

export const CHOICES: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(),
  line: fc.nat(),
  edits: fc.array(
    fc.record({
      kind: fc.nat(),
      near: fc.boolean(),
      file: fc.nat(),
      site: fc.nat(),
    }),
    { minLength: 20, maxLength: 60, size: "max" },
  ),
  crlf: fc.array(fc.nat(), { maxLength: 4 }),
});

/** How one change came out of a backend that was edited by hand. */
export interface Trial {
  readonly line: string;
  /** How the change ended without hand edits, and with them; the same word if all is well. */
  readonly ended: readonly [plain: string, edited: string];
  /** Hand edits that had to stay: what they stand at stays. */
  readonly expected: number;
  /** Those of them that are not in the result, as "<kind> <path>". */
  readonly lost: readonly string[];
}

/** Makes trials of one backend; what a change does to it unedited is worked out once. */
export function trialsOf(backend: Backend, change = tryChange): (choice: Choice) => Trial {
  const kinds = [...possibleChanges(backend).values()].filter((lines) => lines.length > 0);
  const plain = new Map<string, Tried>();
  return (choice) => {
    const line = pick(pick(kinds, choice.kind), choice.line);
    const tried = plain.get(line) ?? change(backend, line);
    plain.set(line, tried);
    if (tried.kind === "not-changed") return { line, ended: [tried.why, tried.why], expected: 0, lost: [] };
    const made = chooseHandEdits(backend, tried.edits, choice);
    const windows = new Set(choice.crlf.map((each) => pick([...backend.files.keys()], each)));
    const result = change(withHandEdits(backend, made, windows), line);
    if (result.kind === "not-changed") return { line, ended: ["changed", result.why], expected: 0, lost: [] };
    const expected = made.filter((each) => hasToStay(each, tried.edits));
    return {
      line,
      ended: ["changed", "changed"],
      expected: expected.length + windows.size,
      lost: lostIn(result.head, expected, windows),
    };
  };
}

function lostIn(
  head: Backend,
  expected: readonly HandEdit[],
  windows: ReadonlySet<string>,
): readonly string[] {
  const texts = [...head.files.values()].map(({ text }) => (text ?? "").replaceAll("\r\n", "\n"));
  const lost = expected.filter(({ isIn }) => !texts.some(isIn)).map(({ kind, path }) => `${kind} ${path}`);
  const mixed = [...windows].filter((path) => /(^|[^\r])\n/.test(head.files.get(path)?.text ?? ""));
  return [...lost, ...mixed.map((path) => `line ends ${path}`)];
}

function chooseHandEdits(backend: Backend, edits: readonly Edit[], choice: Choice): readonly HandEdit[] {
  const near = edits.flatMap(({ path, before, after }) => (before === null || after === null ? [] : [path]));
  const all = [...backend.files.keys()];
  const made: HandEdit[] = [];
  choice.edits.forEach((chosen, index) => {
    const path = pick(chosen.near && near.length > 0 ? near : all, chosen.file);
    const file = backend.files.get(path);
    const sites: readonly Site[] = file?.text == null ? [] : sitesOf(file);
    if (sites.length === 0) return;
    const kind = pick(HAND_EDIT_KINDS, chosen.kind);
    const text = file?.text ?? "";
    const each = makeHandEdit(kind, { path, text }, pick(sites, chosen.site), `byHand${index}x`);
    if (each !== null && !made.some((other) => collide(each, other))) made.push(each);
  });
  return made;
}

/** Edits of one text that touch each other would have to be made one after the other. */
function collide(one: HandEdit, other: HandEdit): boolean {
  if (one.path !== other.path) return false;
  return one.splices.some((a) => other.splices.some((b) => a.start <= b.end && b.start <= a.end));
}

function withHandEdits(backend: Backend, edits: readonly HandEdit[], windows: ReadonlySet<string>): Backend {
  const texts = [...backend.files.values()].flatMap(({ path, text }): [string, string][] => {
    if (text === null) return [];
    const splices = edits.filter((each) => each.path === path).flatMap((each) => each.splices);
    const edited = applySplices(text, splices);
    return [[path, windows.has(path) ? edited.replace(/\r?\n/g, "\r\n") : edited]];
  });
  return makeBackend(backend.commit, texts);
}

/** Whether everything that an edit stands at is left alone by the change. */
function hasToStay({ path, anchors }: HandEdit, edits: readonly Edit[]): boolean {
  const edit = edits.find((each) => each.path === path);
  return edit === undefined || anchors.every(stayingLines(edit));
}

function pick<T>(list: readonly T[], choice: number): T {
  return list[choice % list.length] as T;
}
