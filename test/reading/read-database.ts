import { get_dmmf } from "@prisma/prisma-schema-wasm";
import type { Backend } from "../../src/source/backend.js";
import { parseSchema } from "../../src/spec/database/parse-schema.js";
import { printSchemaFile } from "../../src/spec/database/print-schema-file.js";
import { SpecError } from "../../src/errors/spec-error.js";
import { makeBackend } from "../../src/source/make-backend.js";
import { schemaTexts } from "../../src/verify/schema/schema-texts.js";
import type { Reading } from "./reading.js";

/** How much of the schema is held, and whether the schema printed from it is the same to Prisma. */
export function readWholeDatabase(backend: Backend): Reading {
  const files = [...backend.files.values()].filter(({ path }) => /^prisma\/.*\.prisma$/.test(path));
  const unread: string[] = [];
  let held = 0;
  const printed = files.map(({ path, text }): [string, string] => {
    try {
      const blocks = parseSchema(path, text ?? "");
      for (const { fields, attributes, values, settings } of blocks)
        held += fields.length + attributes.length + values.length + settings.size;
      return [path, printSchemaFile(blocks)];
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      unread.push(`${path}:${error.line} ${error.message}`);
      return [path, text ?? ""];
    }
  });
  const differences = differencesOf(backend, makeBackend("printed", printed));
  return { members: held + unread.length, held, unread, differences };
}

function differencesOf(written: Backend, printed: Backend): readonly string[] {
  try {
    return datamodel(written) === datamodel(printed) ? [] : ["Prisma's datamodel differs"];
  } catch (error) {
    return [`Prisma refuses the schema: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What Prisma makes of a schema, as text; documentation included. */
function datamodel(backend: Backend): string {
  const files = schemaTexts(backend).files.map(({ path, content }) => [path, content]);
  return get_dmmf(JSON.stringify({ prismaSchema: files }));
}
