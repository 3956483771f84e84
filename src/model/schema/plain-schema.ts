import type { ILlmSchema } from "@typia/interface";

/** Without what says nothing to whoever fills it in: that nobody writes to a member later. */
export function plainSchema(parameters: ILlmSchema.IParameters): ILlmSchema.IParameters {
  return JSON.parse(
    JSON.stringify(parameters, (key, value: unknown) =>
      key === "readOnly" && value === true ? undefined : value,
    ),
  ) as ILlmSchema.IParameters;
}
