import type { ILlmSchema } from "@typia/interface";
import { leaveOut } from "../../model/schema/leave-out.js";
import { type KindsLeftOut, withoutKinds } from "../../model/schema/narrow-kinds.js";
import { withNames } from "../../model/schema/with-names.js";

/** What another kind says as well, and what tests hardly need; it may be raw code. */
const NOT_IN_TESTS =
  `name regex typeof in step nonNull asyncMap asyncForEach asyncRepeat forEach randomSample randomNumber
randomString assign unary`.split(/\s+/);

const STATEMENTS = "throw loop while try break continue".split(" ");

const KINDS: KindsLeftOut = {
  Expression: NOT_IN_TESTS,
  MaybeExpression: NOT_IN_TESTS,
  Argument: NOT_IN_TESTS,
  TestStatement: STATEMENTS,
  Statement: STATEMENTS,
};

/** The schema of a test as one step sees it: the kinds that tests need, and what may be called. */
export function testSchema(
  whole: ILlmSchema.IParameters,
  accessors: readonly string[],
  helpers: readonly string[],
): ILlmSchema.IParameters {
  const kinds = helpers.length > 0 ? KINDS : { ...KINDS, TestStatement: [...STATEMENTS, "helper"] };
  const accessor = { name: "Accessor", description: "A function of the API.", values: accessors };
  const helper = { name: "HelperName", description: "A helper of the tests.", values: helpers };
  const places = {
    "ApiCall.accessor": accessor,
    ...(helpers.length > 0 ? { "HelperCall.helper": helper } : {}),
  };
  return leaveOut(withNames(withoutKinds(whole, kinds), places));
}
