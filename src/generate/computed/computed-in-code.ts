import { addImport } from "../add/add-import.js";
import { withTags } from "../add/add-to-dtos.js";
import { LiteralOwners } from "../add/literal-owners.js";
import { valueProgram } from "../add/value-program.js";
import { relativeTo } from "../create/code/import-header.js";
import { readCodeStyle } from "../create/code/code-style.js";
import { type Known, textOf } from "../create/known.js";
import type { Edit } from "../../source/edit.js";
import { spliceFiles } from "../../source/splice-files.js";
import type { Unclear } from "../rename/unclear.js";
import type { ComputedField } from "./computed.js";
import { ComputedPlaces } from "./computed-places.js";

export interface ComputedCode {
  readonly edits: readonly Edit[];
  /** Path → how the property is used there. */
  readonly reasons: ReadonlyMap<string, string>;
  readonly unclear: readonly Unclear[];
}

/** Carries a computed property through queries and mappings. DTO declarations are not touched here. */
export function computeInCode(field: ComputedField, known: Known): ComputedCode {
  const { backend, database } = known;
  const { program, paths } = valueProgram(backend, database, [field]);
  const { width } = readCodeStyle(known);
  const owners = new LiteralOwners(program, [field]);
  const edits: Edit[] = [];
  const reasons = new Map<string, string>();
  const unclear: Unclear[] = [];
  const made = new Set<string>();
  for (const path of paths) {
    const file = program.file(path);
    // A test that makes up a value shows nothing; the compiler says whether it has to change.
    if (file === undefined || !path.startsWith("src/")) continue;
    const places = new ComputedPlaces(program, owners, file, field, width).read();
    for (const dto of places.made) made.add(dto);
    unclear.push(...places.unclear.map((each) => ({ path, ...each })));
    if (places.splices.length === 0) continue;
    const { transformer } = field.computed.view ?? { transformer: null };
    const needed =
      transformer === null || transformer.path === path
        ? null
        : addImport(file, transformer.name, relativeTo(path, transformer.path.replace(/\.ts$/, "")));
    const splices = [...places.splices, ...(needed === null ? [] : [needed])];
    const placed = splices.map((each) => ({ path, ...each }));
    edits.push(...spliceFiles(backend, placed, withTags));
    reasons.set(path, places.used ?? "selects");
  }
  return { edits, reasons, unclear: [...unclear, ...unmade(field, made, known)] };
}

/** Operations that answer with a DTO that was seen nowhere being made; one that makes up its answer reads no row. */
function unmade({ carriers }: ComputedField, made: ReadonlySet<string>, known: Known): readonly Unclear[] {
  return carriers
    .filter(({ dto }) => !made.has(dto.name))
    .flatMap(({ dto }) =>
      [...known.api.operations.values()].flatMap(({ key, provider, response }) => {
        const text = textOf(known, provider?.path ?? "");
        const answers = response === dto.name || response === `IPage${dto.name}`;
        if (provider === null || !answers || !/\bawait\b/.test(text) || /\btypia\.random</.test(text))
          return [];
        return [
          {
            path: provider.path,
            line: 1,
            why: `${key} answers with ${dto.name}, but where that is made was not found`,
          },
        ];
      }),
    );
}
