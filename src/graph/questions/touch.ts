/** One thing that happens to one member. `impact` is asked with these. */
export type Touch =
  | { readonly kind: "remove-model"; readonly model: string }
  | { readonly kind: "remove-field"; readonly model: string; readonly field: string }
  | { readonly kind: "make-nullable"; readonly model: string; readonly field: string }
  | { readonly kind: "retype-field"; readonly model: string; readonly field: string }
  | { readonly kind: "add-required-field"; readonly model: string; readonly field: string }
  | { readonly kind: "remove-dto"; readonly dto: string }
  | { readonly kind: "remove-property"; readonly dto: string; readonly property: string }
  | { readonly kind: "add-required-property"; readonly dto: string; readonly property: string }
  | { readonly kind: "remove-operation"; readonly operation: string };

/** "bbs_articles.title", as reasons name it. */
export function touchName(touch: Touch): string {
  switch (touch.kind) {
    case "remove-model":
      return touch.model;
    case "remove-dto":
      return touch.dto;
    case "remove-operation":
      return touch.operation;
    case "remove-property":
    case "add-required-property":
      return `${touch.dto}.${touch.property}`;
    default:
      return `${touch.model}.${touch.field}`;
  }
}
