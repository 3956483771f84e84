import { importHeader } from "../../generate/create/code/import-header.js";
import { missingImports } from "../../generate/create/code/missing-imports.js";
import { widthOf } from "../../generate/create/code/code-style.js";
import { formatIfParses } from "../../generate/create/text/format-code.js";
import { createSource } from "../../source/parse-typescript.js";
import { writtenFunctions } from "../../spec/body/written-functions.js";
import type { Spans } from "../../spec/expression/reader.js";
import { printScenario } from "../../spec/test/print-scenario.js";
import { readScenario } from "../../spec/test/read-scenario.js";
import { alignTrees } from "../align-trees.js";
import type { WrittenInto } from "../compile-findings.js";
import type { Target } from "../realize/target.js";
import { treePaths } from "../tree-paths.js";
import type { TestAnswer } from "./test-answer.js";
import type { TestPlace } from "./test-place.js";
import { testHelpers } from "./test-surroundings.js";
import { usesName } from "../../generate/add/uses-name.js";

/** The file of a test, with the place of each part of the answer that it was written from. */
export function writeTest({ backend, spec }: Target, place: TestPlace, answer: TestAnswer): WrittenInto {
  const { path, name, neighbour } = place;
  const code = printScenario({ ...answer, name });
  const structures = [...spec.api.dtos.keys()].flatMap((each) => each.split(".")[0] ?? []);
  const header = importHeader(neighbour, path, {
    structures: [...new Set(structures)].filter((each) => usesName(code, each)).sort(),
    helpers: testHelpers(backend)
      .filter((each) => usesName(code, each.name))
      .map((each) => each.place)
      .sort(),
  });
  const more = missingImports(header, code, path, { backend, ...spec });
  const text = formatIfParses(`${[header, ...more].join("\n")}\n\n${code}`, widthOf({ backend }));
  return { path, text, parts: partsOf(text, answer), paths: treePaths(answer) };
}

function partsOf(text: string, { arrange, act, assert }: TestAnswer): WrittenInto["parts"] {
  const [written] = writtenFunctions(createSource("test.ts", text).statements);
  const spans: Spans = new WeakMap();
  const read = written === undefined ? null : readScenario(written, spans);
  if (read === null) return [];
  return alignTrees([...arrange, ...act, ...assert], [...read.arrange, ...read.act, ...read.assert], spans);
}
