import type { Dto, InterfaceSpec } from "../../spec/interface/interface-spec.js";

/** DTOs with their properties, and those that these are made of, to a depth. */
export function printDtos(
  names: readonly string[],
  { dtos }: Pick<InterfaceSpec, "dtos">,
  depth = 1,
): string {
  const seen = new Set<string>();
  const visit = (name: string, left: number): readonly string[] => {
    const dto = dtos.get(name);
    if (dto === undefined || seen.has(name)) return [];
    seen.add(name);
    return [printDto(dto), ...(left === 0 ? [] : dto.references.flatMap((each) => visit(each, left - 1)))];
  };
  return names.flatMap((name) => visit(name, depth)).join("\n");
}

function printDto({ name, properties, references }: Dto): string {
  if (properties.length === 0) return `${name} ${references.length === 0 ? "{}" : references.join(" & ")}`;
  const members = properties.map(
    ({ name: property, optional, type }) => `${property}${optional ? "?" : ""}: ${plainType(type)}`,
  );
  return `${name} { ${members.join("; ")} }`;
}

/** Limits are checked before code sees a value; formats tell ids and times from other texts. */
function plainType(type: string): string {
  return type
    .replace(/\s*&\s*tags\.(?!Format)\w+<(?:"[^"]*"|[^<>"]*)>/g, "")
    .replace(/\s*\|\s*undefined\b/g, "")
    .replace(/^\s*\|\s*/, "")
    .replace(/\((\w+)\)/g, "$1")
    .replace(/\s+/g, " ");
}
