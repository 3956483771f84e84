/** What a property's values have to be beside their type. Absent members say nothing. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Source of a regular expression. */
  readonly pattern?: string;
  readonly format?: string;
}
