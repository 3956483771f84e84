import { applyEdits } from "../source/apply-edits.js";
import type { Backend } from "../source/backend.js";
import type { PhasePorts } from "./phase-ports.js";
import type { Phased } from "./phased.js";
import type { Diagnostic } from "../verify/diagnostic.js";
import type { Written } from "./written.js";

/** What is wrong with a file, in the words of whoever found it: the compiler, a test, another gate. */
export interface Complaint {
  readonly path: string;
  readonly text: string;
}

/** Writes one artefact anew, knowing what is wrong with it. The head has all artefacts as they are. */
export type Rewrite = (
  head: Backend,
  written: Written,
  complaints: readonly string[],
) => Promise<Phased<Written>>;

/** More rounds than these repair nothing any more. */
const ROUNDS = 3;

/**
 * Corrects what was written until nobody complains of it, in rounds over all that is broken. A round after which more
 * is broken than before is taken back, and is the last one. `backend` is as it was before anything was written.
 */
export async function correctWritten(
  backend: Backend,
  written: readonly Written[],
  complain: (written: readonly Written[]) => Promise<readonly Complaint[]>,
  rewrite: Rewrite,
  { say }: Pick<PhasePorts, "say">,
): Promise<Phased<readonly Written[]>> {
  const paths = new Set(written.map(({ edit }) => edit.path));
  // Files that hold several artefacts are written one on top of the other, so none of them can be written again alone.
  if (paths.size < written.length) return { ok: true, value: written };
  let best = written;
  let complaints = await complain(best);
  for (let round = 1; round <= ROUNDS; round++) {
    const broken = brokenBy(complaints, best);
    if (broken.length === 0) break;
    say(`round ${round}: ${broken.length} of ${best.length} artefacts are broken`);
    const tried = await writeAgain(backend, best, complaints, rewrite);
    if (!tried.ok) return tried;
    const after = await complain(tried.value);
    const count = brokenBy(after, tried.value).length;
    if (count > broken.length) {
      say(`round ${round} is taken back: ${count} artefacts were broken after it`);
      break;
    }
    [best, complaints] = [tried.value, after];
  }
  return { ok: true, value: best };
}

/** Corrects what the compiler says against all that was written together, where it is more than one artefact. */
export async function correctCompiled(
  backend: Backend,
  written: readonly Written[],
  rewrite: Rewrite,
  ports: PhasePorts,
): Promise<Phased<readonly Written[]>> {
  // One artefact was compiled as it was written.
  if (written.length < 2) return { ok: true, value: written };
  const paths = written.map(({ edit }) => edit.path);
  const complain = async (all: readonly Written[]): Promise<readonly Complaint[]> =>
    (await ports.compile(headOf(backend, all), paths)).flatMap(complaintOf);
  return await correctWritten(backend, written, complain, rewrite, ports);
}

function complaintOf({ path, line, code, message, status }: Diagnostic): readonly Complaint[] {
  if (path === null || status !== "new") return [];
  return [{ path, text: `The compiler says (${code}) of line ${line ?? 1}: ${message.slice(0, 400)}` }];
}

/** Each artefact that is broken, one after the other, so that each sees the ones before it repaired. */
async function writeAgain(
  backend: Backend,
  written: readonly Written[],
  complaints: readonly Complaint[],
  rewrite: Rewrite,
): Promise<Phased<readonly Written[]>> {
  let all = written;
  for (const each of brokenBy(complaints, written)) {
    const texts = complaints.flatMap(({ path, text }) => (path === each.edit.path ? [text] : []));
    const again = await rewrite(headOf(backend, all), each, texts);
    if (!again.ok) return again;
    const { after } = again.value.edit;
    const edit = { ...each.edit, after };
    all = all.map((one) => (one.edit.path === each.edit.path ? { ...again.value, edit } : one));
  }
  return { ok: true, value: all };
}

function brokenBy(complaints: readonly Complaint[], written: readonly Written[]): readonly Written[] {
  const paths = new Set(complaints.map(({ path }) => path));
  return written.filter(({ edit }) => paths.has(edit.path));
}

function headOf(backend: Backend, written: readonly Written[]): Backend {
  return written.reduce((head, { edit }) => applyEdits(head, [edit]), backend);
}
