import type { Family } from "./family.js";
import { OPTIONAL_TESTS } from "./family.js";
import { namesOf, withArticle } from "./names.js";
import { SDK_STRUCTURES, named } from "./print-header.js";

/** Helpers and e2e tests of one family. */
export function printFamilyTests(family: Family): Map<string, string> {
  const n = namesOf(family);
  const tests = [...alwaysTested(family), ...sometimesTested(family).slice(0, family.optionalTests)];
  return new Map([
    [`test/prepare/prepare_random_hub_${n.noun}.ts`, prepareParent(family)],
    [`test/prepare/prepare_random_hub_${n.noun}_${n.child}.ts`, prepareChild(family)],
    [`test/generate/generate_random_hub_${n.noun}.ts`, generateParent(family)],
    [`test/generate/generate_random_hub_${n.noun}_${n.child}.ts`, generateChild(family)],
    ...tests.map(([name, text]): [string, string] => [
      `test/features/api/${n.noun}/test_api_${name}.ts`,
      text,
    ]),
  ]);
}

function alwaysTested(family: Family): [string, string][] {
  const n = namesOf(family);
  const api = `api.functional.hub`;
  return [
    test(
      `${n.noun}_create`,
      `A new ${n.noun} is read as it was written.`,
      `${writer(n.noun)}
const read = await ${api}.${n.parents}.at(connection, { ${n.parentId}: ${n.noun}.id });
typia.assert(read);
TestValidator.equals("${n.noun}", read, ${n.noun});`,
    ),
    test(
      `${n.noun}_update`,
      `The author edits ${withArticle(n.noun)}, nobody else does.`,
      `${writer(n.noun)}
const updated = await ${api}.member.${n.parents}.update(memberConnection, { ${n.parentId}: ${n.noun}.id, body: { title: "Another title" } });
typia.assert(updated);
TestValidator.equals("title", updated.title, "Another title");
const stranger: api.IConnection = { host: connection.host };
await authorize_hub_member_join(stranger);
await TestValidator.error("not the author", async () => {
await ${api}.member.${n.parents}.update(stranger, { ${n.parentId}: ${n.noun}.id, body: { title: "Mine" } });
});`,
    ),
    test(
      `${n.noun}_erase`,
      `An erased ${n.noun} is gone, and its ${n.children} are too.`,
      `${writer(n.noun)}
await generate_random_hub_${n.noun}_${n.child}(memberConnection, { params: { ${n.parentId}: ${n.noun}.id } });
await ${api}.member.${n.parents}.erase(memberConnection, { ${n.parentId}: ${n.noun}.id });
await TestValidator.error("erased", async () => {
await ${api}.${n.parents}.at(connection, { ${n.parentId}: ${n.noun}.id });
});`,
    ),
    test(
      `${n.noun}_${n.child}_create`,
      `A new ${n.child} is listed below the ${n.noun}.`,
      `${writer(n.noun)}
const ${n.child} = await generate_random_hub_${n.noun}_${n.child}(memberConnection, { params: { ${n.parentId}: ${n.noun}.id } });
typia.assert(${n.child});
const page = await ${api}.${n.parents}.${n.children}.index(connection, { ${n.parentId}: ${n.noun}.id, body: {} });
typia.assert(page);
TestValidator.equals("${n.children}", page.data, [${n.child}]);
const read = await ${api}.${n.parents}.at(connection, { ${n.parentId}: ${n.noun}.id });
TestValidator.equals("count", read.${n.children}_count, 1);`,
    ),
  ];
}

function sometimesTested(family: Family): [string, string][] {
  const n = namesOf(family);
  const api = `api.functional.hub`;
  const all = [
    test(
      `${n.noun}_index_search`,
      `${withArticle(n.noun).replace(/^a/, "A")} is found by a word of its title.`,
      `${writer(n.noun)}
const page = await ${api}.${n.parents}.index(connection, { body: { search: ${n.noun}.title } });
typia.assert(page);
TestValidator.predicate("found", page.data.some((elem) => elem.id === ${n.noun}.id));`,
    ),
    test(
      `${n.noun}_snapshot_index`,
      "Every edit keeps another snapshot.",
      `${writer(n.noun)}
await ${api}.member.${n.parents}.update(memberConnection, { ${n.parentId}: ${n.noun}.id, body: { body: "Another content" } });
const page = await ${api}.${n.parents}.snapshots.index(connection, { ${n.parentId}: ${n.noun}.id, body: {} });
typia.assert(page);
TestValidator.equals("snapshots", page.pagination.records, 2);`,
    ),
    test(
      `${n.noun}_${n.child}_erase`,
      `An erased ${n.child} is not listed any more.`,
      `${writer(n.noun)}
const ${n.child} = await generate_random_hub_${n.noun}_${n.child}(memberConnection, { params: { ${n.parentId}: ${n.noun}.id } });
await ${api}.member.${n.parents}.${n.children}.erase(memberConnection, { ${n.parentId}: ${n.noun}.id, ${n.childId}: ${n.child}.id });
const page = await ${api}.${n.parents}.${n.children}.index(connection, { ${n.parentId}: ${n.noun}.id, body: {} });
TestValidator.equals("${n.children}", page.data, []);`,
    ),
  ];
  return all.slice(0, OPTIONAL_TESTS);
}

function writer(noun: string): string {
  return `const memberConnection: api.IConnection = { host: connection.host };
await authorize_hub_member_join(memberConnection);
const ${noun} = await generate_random_hub_${noun}(memberConnection, {});`;
}

function test(name: string, doc: string, statements: string): [string, string] {
  return [
    name,
    file(
      "../../../",
      `/**
 * ${doc}
 */
export async function test_api_${name}(
connection: api.IConnection,
): Promise<void> {
${statements}
}
`,
    ),
  ];
}

function prepareParent(family: Family): string {
  const n = namesOf(family);
  const { extra } = family;
  const value = extra.optional ? "null" : "1";
  return file(
    "../",
    `/** Prepares the content of a random ${n.noun}. */
export const prepare_random_hub_${n.noun} = (
input?: DeepPartial<I${n.parentType}.ICreate>,
): I${n.parentType}.ICreate => ({
title: input?.title ?? RandomGenerator.paragraph({ sentences: 3 }),
body: input?.body ?? RandomGenerator.content({ paragraphs: 1 }),
${extra.name}: input?.${extra.name} ?? ${value},
label_ids: (input?.label_ids ?? []).map((id) => id!),
});
`,
  );
}

function prepareChild(family: Family): string {
  const n = namesOf(family);
  return file(
    "../",
    `/** Prepares the content of a random ${n.child}. */
export const prepare_random_hub_${n.noun}_${n.child} = (
input?: DeepPartial<I${n.childType}.ICreate>,
): I${n.childType}.ICreate => ({
body: input?.body ?? RandomGenerator.paragraph({ sentences: 5 }),
});
`,
  );
}

function generateParent(family: Family): string {
  const n = namesOf(family);
  return file(
    "../",
    `/**
 * Creates a random ${n.noun} as the authorized actor.
 */
export async function generate_random_hub_${n.noun}(
connection: api.IConnection,
props: { body?: DeepPartial<I${n.parentType}.ICreate> },
): Promise<I${n.parentType}> {
const prepared: I${n.parentType}.ICreate = prepare_random_hub_${n.noun}(props.body);
return await api.functional.hub.member.${n.parents}.create(connection, {
body: prepared,
});
}
`,
  );
}

function generateChild(family: Family): string {
  const n = namesOf(family);
  return file(
    "../",
    `/**
 * Creates a random ${n.child} as the authorized actor.
 */
export async function generate_random_hub_${n.noun}_${n.child}(
connection: api.IConnection,
props: {
params: { ${n.parentId}: string & tags.Format<"uuid"> };
body?: DeepPartial<I${n.childType}.ICreate>;
},
): Promise<I${n.childType}> {
const prepared: I${n.childType}.ICreate = prepare_random_hub_${n.noun}_${n.child}(props.body);
return await api.functional.hub.member.${n.parents}.${n.children}.create(connection, {
${n.parentId}: props.params.${n.parentId},
body: prepared,
});
}
`,
  );
}

/** Adds the imports that the text needs; `prefix` leads to `test`. */
function file(prefix: string, text: string): string {
  const own = /export (?:const|async function) (\w+)/.exec(text)?.[1];
  const helpers = named(text, /\b(?:authorize|generate_random|prepare_random)_hub_\w+/g)
    .filter((name) => name !== own)
    .map((name) => {
      const folder = name.slice(0, name.indexOf("_"));
      return `import { ${name} } from "${prefix}${folder}/${name}";`;
    });
  const structures = named(text, /\bIHub\w+/g).map(
    (name) => `import type { ${name} } from "${SDK_STRUCTURES}/${name}";`,
  );
  return `import { ArrayUtil, RandomGenerator, TestValidator } from "@nestia/e2e";
import { IConnection } from "@nestia/fetcher";
import typia, { tags } from "typia";

import api from "@ORGANIZATION/PROJECT-api";
${structures.join("\n")}
${text.includes("DeepPartial") ? `import { DeepPartial } from "@ORGANIZATION/PROJECT-api/lib/typings/DeepPartial";` : ""}

${helpers.join("\n")}

${text}`;
}
