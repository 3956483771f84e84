import { checkExpression } from "../../expression/rules/check-expression.js";
import type { Violation } from "../../rules/violation.js";
import type { BodyStatement } from "../body.js";
import type { Scope } from "../scope.js";
import { answersFit } from "./answers-fit.js";
import { constantsFit } from "./constants-fit.js";
import { endingsFit } from "./endings-fit.js";
import { guardsAnswer } from "./guards-answer.js";
import { knownConditions } from "./known-conditions.js";
import { knownHelpers } from "./known-helpers.js";
import { knownInputs } from "./known-inputs.js";
import { knownMembers } from "./known-members.js";
import { knownModels } from "./known-models.js";
import { knownSelections } from "./known-selections.js";
import { mappedOnce } from "./mapped-once.js";
import { modelsFit } from "./models-fit.js";
import { requiredMembers } from "./required-members.js";
import { resultsMatch } from "./results-match.js";
import { rowsHaveMembers } from "./rows-have-members.js";
import { transactionsStandAlone } from "./transactions-stand-alone.js";
import { transformersMatch } from "./transformers-match.js";
import { uniqueConditions } from "./unique-conditions.js";

/** Everything that is wrong with a body, as far as what it can see tells; the compiler has the last word. */
export function checkBody(
  statements: readonly BodyStatement[],
  scope: Scope,
  at = "$.statements",
): readonly Violation[] {
  return [
    ...checkExpression(statements, scope.names, at, scope.models.keys()),
    ...knownModels(statements, scope, at),
    ...modelsFit(statements, scope, at),
    ...knownConditions(statements, scope, at),
    ...uniqueConditions(statements, scope, at),
    ...knownSelections(statements, scope, at),
    ...knownMembers(statements, scope, at),
    ...requiredMembers(statements, scope, at),
    ...mappedOnce(statements, at),
    ...constantsFit(statements, scope, at),
    ...knownHelpers(statements, scope, at),
    ...knownInputs(statements, scope, at),
    ...rowsHaveMembers(statements, scope, at),
    ...answersFit(statements, scope, at),
    ...endingsFit(statements, scope, at),
    ...guardsAnswer(statements, at),
    ...resultsMatch(statements, at),
    ...transformersMatch(statements, at),
    ...transactionsStandAlone(statements, at),
  ];
}
