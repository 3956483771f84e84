import { type Known, textsUnder } from "../known.js";
import { most } from "../../../util/most.js";
import type { NewModel } from "../new-model.js";
import { formatCode } from "../text/format-code.js";
import type { DtoStyle } from "./dto-style.js";

/** The file of a page of new rows, in a namespace where lists show summaries. */
export function printPage(
  model: NewModel,
  summary: boolean,
  style: DtoStyle,
  known: Known,
  width: number,
): string {
  const { pascal, nouns } = model;
  const name = `IPageI${pascal}`;
  const data = summary ? `I${pascal}.ISummary` : `I${pascal}`;
  const head = (text: string): string => (style.blockDocs ? `/**\n * ${text}\n */` : `/** ${text} */`);
  const members = `{
    /** ${docOf("pagination", known) ?? "Page information."} */
    pagination: IPage.IPagination;

    /** ${docOf("data", known) ?? "List of records."} */
    data: ${data}[];
  };`;
  const sentence = head(`Page of ${nouns}.`);
  const type = summary
    ? `export namespace ${name} {\n${sentence}\nexport type ISummary = ${members}\n}`
    : `${sentence}\nexport type ${name} = ${members}`;
  const text = `import { I${pascal} } from "./I${pascal}";\nimport { IPage } from "./IPage";\n\n${type}`;
  return formatCode(text, width);
}

/** What pages say about a property of theirs. */
function docOf(property: string, known: Known): string | null {
  const pattern = new RegExp(`/\\*\\*\\s*\\*?\\s*([^*@\\n]+?)\\s*(?:\\*/|\\n)[^;{]*?\\b${property}:`);
  const docs = textsUnder(known, "src/api/structures/IPageI").flatMap(
    (text) => pattern.exec(text)?.[1] ?? [],
  );
  return most(docs);
}
