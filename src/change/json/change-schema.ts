import typia from "typia";
import { editorSchema } from "../../util/editor-schema.js";
import { exampleOf, FORMS, isKind } from "../forms.js";
import type { Change } from "../change.js";
import type { ChangeFile } from "./change-file.js";

/** The part of a kind's schema that tells the kinds apart. */
interface KindSchema {
  readonly description?: string;
  readonly properties?: { readonly kind?: { readonly const?: unknown } };
}

/** JSON schema of a file of changes, for editors: each kind has its line as title, and its example. */
export function changeSchema(): object {
  const { schemas, components } = typia.json.schemas<[ChangeFile], "3.1">();
  const named = Object.entries(components.schemas ?? {}).map(([name, schema]) => [
    name,
    { ...titleOf(schema as KindSchema), ...schema },
  ]);
  return editorSchema("Changes of a backend", {
    schemas,
    components: { schemas: Object.fromEntries(named) as Record<string, object> },
  });
}

/** What a kind is for, a sentence. */
export function descriptionOf(kind: Change["kind"]): string {
  const { components } = typia.json.schemas<[ChangeFile], "3.1">();
  const schemas: readonly KindSchema[] = Object.values<object>(components.schemas ?? {});
  return schemas.find(({ properties }) => properties?.kind?.const === kind)?.description ?? "";
}

function titleOf({ properties }: KindSchema): object {
  const kind = properties?.kind?.const;
  return isKind(kind) ? { title: FORMS[kind].usage, examples: [exampleOf(kind)] } : {};
}
