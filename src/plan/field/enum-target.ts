import type { ChangeType } from "../../change/kinds/change-type.js";
import { printChange } from "../../change/forms.js";
import { lineAt } from "../../errors/spec-error.js";
import { capital, partsOf, singularOf } from "../../generate/create/conventions/spelling.js";
import type { Backend } from "../../source/backend.js";
import type { Splice } from "../../source/edit.js";
import { eolOf } from "../../source/eol.js";
import type { Carrier } from "../../spec/carried-by.js";
import type { DatabaseSpec, Field, Model } from "../../spec/database/database-spec.js";
import { fieldTypeIn } from "../../spec/interface/property-type.js";
import { schemaTexts } from "../../verify/schema/schema-texts.js";
import { type Found, refuse } from "../found.js";

/** The enum that a column gets for its type. */
export interface EnumTarget {
  readonly name: string;
  readonly values: readonly string[];
  /** Declares it; null where it is there. */
  readonly declared: Splice | null;
}

/** What enum a column of text with a closed set of values becomes, where the database has enums. */
export function enumTarget(
  backend: Backend,
  change: ChangeType,
  model: Model,
  field: Field,
  carriers: readonly Carrier[],
  database: DatabaseSpec,
): Found<EnumTarget> {
  const own = `${model.name}.${field.name}`;
  const text = backend.files.get(model.path)?.text ?? "";
  const place = `${model.path}:${lineAt(text, field.span.end)}`;
  const there = database.enums.get(field.type);
  if (there === undefined && field.type !== "String")
    return refuse(
      `${place}: ${own} is of type ${field.type}, and enums hold words.`,
      "Name a column of text.",
    );
  const found = there === undefined ? valuesOf(change, carriers, own) : valuesThere(change, there.values);
  if (!found.ok) return found;
  const values = found.value;
  const plain: ChangeType = {
    kind: "change-type",
    field: change.field,
    of: change.of,
    to: { name: "string", values, optional: false },
    default: null,
  };
  if (schemaTexts(backend).dialect !== "postgresql")
    return refuse(
      `${place}: the datasource is ${database.provider ?? "not said"}, whose columns have no enums.`,
      `Let DTOs and code keep the values: \`/autobe ${printChange(plain)}\``,
    );
  const strange = values.find((each) => !/^[A-Za-z]\w*$/.test(each));
  if (strange !== undefined)
    return refuse(
      `"${strange}" is no name that a value of an enum can have.`,
      `Keep it as text: \`/autobe ${printChange(plain)}\``,
    );
  if (there !== undefined) return { ok: true, value: { name: field.type, values, declared: null } };
  const name = nameOf(model, field, database);
  if (database.enums.has(name) || database.models.has(name))
    return refuse(`${name} is there already, and is something else.`, "Give that another name first.");
  return { ok: true, value: { name, values, declared: declaration(name, values, own, model, text) } };
}

/** Those that the change says, else the ones that every DTO tells that has the column. */
function valuesOf(
  { to, field, of }: ChangeType,
  carriers: readonly Carrier[],
  own: string,
): Found<readonly string[]> {
  if (to.values.length > 0) return { ok: true, value: to.values };
  const sets = carriers.flatMap(({ property }) => {
    const values = fieldTypeIn(property)?.values ?? [];
    return values.length === 0 ? [] : [values];
  });
  const different = new Set(sets.map((each) => [...each].sort().join(", ")));
  const [first] = sets;
  const remedy = `Name them: \`/autobe change field ${field} of ${of} to enum of <value>, <value>\``;
  if (first === undefined) return refuse(`Nothing says which values ${own} has.`, remedy);
  return different.size === 1
    ? { ok: true, value: first }
    : refuse(`DTOs do not agree on the values of ${own}: ${[...different].join("; ")}.`, remedy);
}

function valuesThere({ to }: ChangeType, values: readonly string[]): Found<readonly string[]> {
  return { ok: true, value: to.values.length === 0 ? values : to.values };
}

/** After the row and its column, as the other enums are spelt; as tables are where there are none. */
function nameOf({ name }: Model, field: Field, { enums }: DatabaseSpec): string {
  const words = [...singularOf(partsOf(name)), ...partsOf(field.name)];
  const pascal = [...enums.keys()].some((each) => /^[A-Z]/.test(each)) || /^[A-Z]/.test(name);
  return pascal ? words.map(capital).join("") : words.join("_");
}

function declaration(
  name: string,
  values: readonly string[],
  own: string,
  { span }: Model,
  text: string,
): Splice {
  const eol = eolOf(text);
  const lines = [
    `/// Values of {@link ${own}}.`,
    `enum ${name} {`,
    ...values.map((each) => `  ${each}`),
    "}",
  ];
  return { start: span.end, end: span.end, text: `${eol}${eol}${lines.join(eol)}` };
}
