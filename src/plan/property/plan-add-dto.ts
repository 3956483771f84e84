import type { DtoMember } from "../../change/dto-member.js";
import { SCALARS } from "../../change/field-type.js";
import { printChange } from "../../change/forms.js";
import type { AddDto } from "../../change/kinds/add-dto.js";
import { nearestOf } from "../../change/nearest.js";
import { readCodeStyle } from "../../generate/create/code/code-style.js";
import { readNaming } from "../../generate/create/conventions/naming.js";
import { readDtoStyle } from "../../generate/create/dto/dto-style.js";
import { printPlainDto } from "../../generate/create/dto/print-plain-dto.js";
import type { Known } from "../../generate/create/known.js";
import { firstUnder } from "../../generate/create/modular/first-under.js";
import { withMember } from "../../generate/operation/dto-members.js";
import { scalarOf } from "../../generate/scalars.js";
import type { Backend } from "../../source/backend.js";
import type { Edit } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import { readDatabase } from "../../spec/database/read-database.js";
import type { InterfaceSpec } from "../../spec/interface/interface-spec.js";
import { readInterface } from "../../spec/interface/read-interface.js";
import { NO_NAMES } from "../../spec/names.js";
import { EMPTY_PLAN } from "../plan.js";
import type { Planned } from "../planned.js";
import { createStep, editStep } from "../steps-of.js";

const FOLDER = "src/api/structures/";

/** Plans a DTO of its own, in a file of its own or beside the others of its base. */
export function planAddDto(backend: Backend, change: AddDto): Planned {
  const database = readDatabase(backend);
  const known: Known = { backend, database, api: readInterface(backend, database) };
  const problem = problemOf(change, known.api);
  if (problem !== null) return problem;
  const edit = editOf(change, known);
  if (edit === null)
    return {
      kind: "refused",
      reason: `${FOLDER}${baseOf(change.name)}.ts declares ${baseOf(change.name)} in a way that ${change.name} has no place in.`,
      remedy: "Choose another name.",
    };
  const step = edit.before === null ? createStep : editStep;
  return {
    kind: "plan",
    plan: {
      ...EMPTY_PLAN,
      change: printChange(change),
      added: { ...NO_NAMES, dtos: [change.name] },
      steps: [step(edit.path, [{ cause: change.name, how: "declares" }])],
    },
    edits: () => [edit],
  };
}

function editOf({ name, members }: AddDto, known: Known): Edit | null {
  const style = readDtoStyle(known, readNaming(known).prefix);
  const text = printPlainDto(name, members, style, readCodeStyle(known).width);
  const path = `${FOLDER}${baseOf(name)}.ts`;
  const file = known.backend.files.get(path);
  if (file === undefined) {
    const eol = eolOf(firstUnder(known, FOLDER)?.text ?? "");
    return { path, before: null, after: text.replaceAll("\n", eol) };
  }
  const [, member] = name.split(".");
  const after = member === undefined ? null : withMember(file, text, member);
  return after === null ? null : { path, before: file.text, after };
}

function baseOf(name: string): string {
  return name.split(".")[0] ?? name;
}

function problemOf({ name, members }: AddDto, api: InterfaceSpec): Planned | null {
  const there = api.dtos.get(name);
  if (there !== undefined) {
    const names = there.properties.map((each) => each.name);
    const same = members.length === names.length && members.every((each) => names.includes(each.name));
    return same
      ? { kind: "nothing-to-do", reason: `${name} is there already.`, nearest: [] }
      : {
          kind: "refused",
          reason: `${name} is there already, with ${names.join(", ")}.`,
          remedy: "Choose another name, or change its properties one by one.",
        };
  }
  const twice = members.find((each, index) => members.findIndex((other) => other.name === each.name) < index);
  if (twice !== undefined)
    return { kind: "refused", reason: `${name} would have "${twice.name}" twice.`, remedy: "Name it once." };
  const strange = members.find(({ type }) => scalarOf(type) === null && type !== name && !api.dtos.has(type));
  return strange === undefined ? null : unknownType(strange, api);
}

function unknownType({ name, type }: DtoMember, api: InterfaceSpec): Planned {
  const near = nearestOf(type, [...SCALARS, ...api.dtos.keys()]);
  return {
    kind: "refused",
    reason: `"${type}" of ${name} is neither a scalar nor a DTO.`,
    remedy: `${near === null ? "" : `Did you mean ${near}? `}The scalars are ${SCALARS.join(", ")}.`,
  };
}
