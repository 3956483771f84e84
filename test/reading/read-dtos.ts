import { createSource } from "../../src/source/parse-typescript.js";
import type { Backend } from "../../src/source/backend.js";
import { classify } from "../../src/source/layout.js";
import type { DtoFile } from "../../src/spec/interface/schema/dto-declaration.js";
import { printDtoFile } from "../../src/spec/interface/schema/print-dto-file.js";
import { readDtoFile } from "../../src/spec/interface/schema/read-dto-file.js";
import type { Schema } from "../../src/spec/interface/schema/schema.js";
import { differentTypes } from "./different-types.js";
import type { Reading } from "./reading.js";

/** How much of the DTOs is held, and which of those printed from it are other types to the compiler. */
export function readWholeDtos(backend: Backend): Reading {
  const files = [...backend.files.values()].filter(({ path }) => classify(path) === "dto");
  const trees = files.map(({ path, text }) => readDtoFile(createSource(path, text ?? "")));
  const unread: string[] = [];
  let members = 0;
  for (const tree of trees) {
    members += tree.unread.length;
    unread.push(...tree.unread.map((text) => `${tree.path}: ${text}`));
    for (const { name, schema } of tree.declarations) {
      const count = countMembers(schema, (text) => unread.push(`${tree.path}: ${name}: ${text}`));
      members += Math.max(1, count);
    }
  }
  const differences = differentTypes(files, trees.map(withText));
  return { members, held: members - unread.length, unread, differences };
}

function withText(tree: DtoFile): { readonly tree: DtoFile; readonly text: string } {
  return { tree, text: printDtoFile(tree) };
}

/** Members of a type at any depth; each text that is not understood is told. */
function countMembers(schema: Schema, tell: (text: string) => void): number {
  switch (schema.kind) {
    case "unread":
      tell(schema.text);
      return 0;
    case "array":
      return countMembers(schema.items, tell);
    case "oneOf":
      return schema.schemas.reduce((sum, each) => sum + countMembers(each, tell), 0);
    case "reference":
      return schema.arguments.reduce((sum, each) => sum + countMembers(each, tell), 0);
    case "object": {
      const own = schema.properties.reduce((sum, { value }) => sum + 1 + countMembers(value, tell), 0);
      return schema.additional === null ? own : own + 1 + countMembers(schema.additional.value, tell);
    }
    default:
      return 0;
  }
}
