import typia from "typia";
import type { ModelStep } from "../../../src/model/loop/model-step.js";
import { plainSchema } from "../../../src/model/schema/plain-schema.js";
import { withNames } from "../../../src/model/schema/with-names.js";

/** A small function in which every kind of fault of the catalogue has something to spoil. */
export interface Shelf {
  readonly actions: readonly Action[];
  readonly owner: Owner;
}

export type Action = AddPot | RemovePot;

export interface AddPot {
  readonly kind: "add-pot";
  readonly material: string;
  readonly lid: string;
  readonly liters: number;
  readonly steel: boolean;
  readonly labels: readonly string[];
  readonly note: string | null;
}

export interface RemovePot {
  readonly kind: "remove-pot";
  readonly material: string;
  readonly reason: string;
}

export interface Owner {
  readonly name: string;
  readonly shared: boolean;
}

const MATERIALS = {
  name: "Material",
  description: "What pots are made of.",
  values: ["kitchen_irons", "kitchen_steels", "kitchen_coppers"],
};

export const SHELF: Shelf = {
  actions: [
    {
      kind: "add-pot",
      material: "kitchen_irons",
      lid: "kitchen_steels",
      liters: 3,
      steel: false,
      labels: ["big", "old"],
      note: null,
    },
    { kind: "remove-pot", material: "kitchen_coppers", reason: "It's too heavy" },
  ],
  owner: { name: "Ann", shared: true },
};

export function potStep(): ModelStep<Shelf> {
  const parameters = withNames(plainSchema(typia.llm.parameters<Shelf>()), {
    "AddPot.material": MATERIALS,
    "AddPot.lid": MATERIALS,
    "RemovePot.material": MATERIALS,
  });
  return {
    function: { name: "arrange", description: "Says what happens to pots.", parameters },
    target: "pots",
    instruction: "",
    material: [],
    validate: typia.createValidateEquals<Shelf>(),
    rules: [],
  };
}
