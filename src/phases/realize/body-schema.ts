import type { ILlmSchema } from "@typia/interface";
import { leaveOut } from "../../model/schema/leave-out.js";
import { type KindsLeftOut, withoutKinds, withoutStrays } from "../../model/schema/narrow-kinds.js";
import { type NameSet, withNames } from "../../model/schema/with-names.js";

/** Names that code of an operation may be written with. */
export interface BodyNames {
  readonly models: readonly string[];
  readonly columns: readonly string[];
  readonly relations: readonly string[];
  readonly collectors: readonly string[];
  readonly transformers: readonly string[];
}

/** What tests alone say, what another kind says as well, and what code of operations hardly needs; it may be raw code. */
const NOT_IN_BODIES =
  `name satisfies typeof in step routine forEach asyncForEach repeat asyncRepeat regex assertType
randomBoolean randomInteger randomNumber randomString randomPattern randomFormat randomType randomPick randomSample
randomKeyword equal notEqual predicate error httpError`.split(/\s+/);

const KINDS: KindsLeftOut = {
  Expression: NOT_IN_BODIES,
  MaybeExpression: NOT_IN_BODIES,
  Argument: NOT_IN_BODIES,
  BodyStatement: ["collect", "select", "together", "loop", "while", "try"],
  Shape: ["include"],
  Selection: ["computed"],
  Mapping: ["hasOne", "hasMany"],
  Projection: ["constant"],
};

/** What nobody can say where there are no collectors. */
const BY_COLLECTORS: KindsLeftOut = { Data: ["collected"] };

/** What nobody can say where there are no transformers. */
const BY_TRANSFORMERS: KindsLeftOut = {
  Shape: ["transformer"],
  Selection: ["neighbour"],
  Projection: ["neighbour", "neighbours"],
  BodyStatement: ["transformed", "page"],
};

/** The schema of a tree over bodies as one step sees it: the kinds that operations need, with the names that exist. */
export function bodySchema(whole: ILlmSchema.IParameters, names: BodyNames): ILlmSchema.IParameters {
  const fewer = [
    KINDS,
    ...(names.collectors.length === 0 ? [BY_COLLECTORS] : []),
    ...(names.transformers.length === 0 ? [BY_TRANSFORMERS] : []),
  ].reduce(withoutKinds, whole);
  const places = Object.entries(placesOf(names)).filter(
    ([place]) => (place.split(".")[0] ?? "") in fewer.$defs,
  );
  return withoutStrays(leaveOut(withNames(fewer, Object.fromEntries(places))));
}

const MODELS = "Find FindMany Create CreateMany Update UpdateMany Delete DeleteMany Count".split(" ");
const COLUMNS = "ScalarMapping ParameterMapping ConstantMapping GeneratedMapping GivenMapping".split(" ");

function placesOf(names: BodyNames): Readonly<Record<string, NameSet>> {
  const model = { name: "ModelName", description: "A model.", values: names.models };
  const column = { name: "ColumnName", description: "A column of the model.", values: names.columns };
  const relation = { name: "RelationName", description: "A relation of the model.", values: names.relations };
  const collector = { name: "CollectorName", description: "A collector.", values: names.collectors };
  const transformer = { name: "TransformerName", description: "A transformer.", values: names.transformers };
  return {
    ...Object.fromEntries(MODELS.map((each) => [`${each}.model`, model])),
    ...Object.fromEntries(COLUMNS.map((each) => [`${each}.member`, column])),
    "BelongsToMapping.member": relation,
    "ColumnSelection.name": column,
    "NestedSelection.relation": relation,
    "NeighbourSelection.relation": relation,
    "CountedRelation.relation": relation,
    "CollectedData.collector": collector,
    "TransformerShape.transformer": transformer,
    "NeighbourSelection.transformer": transformer,
    "NeighbourProjection.transformer": transformer,
    "NeighboursProjection.transformer": transformer,
    "Transformed.transformer": transformer,
    "Page.transformer": transformer,
  };
}
