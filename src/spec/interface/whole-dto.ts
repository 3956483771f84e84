import type { Dto } from "./interface-spec.js";

/** The DTO if all of its properties are listed with it; null where it takes some from others, or is no object. */
export function wholeDto(dto: Dto | undefined): Dto | null {
  if (dto === undefined || dto.properties.length === 0) return null;
  const own = new Set(dto.properties.flatMap(({ references }) => references));
  return dto.references.every((each) => own.has(each)) ? dto : null;
}
