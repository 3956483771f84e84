/**
 * Minimal typings of the helper packages that carry types from an argument to a callback or a result. Without
 * them the checker would lose track of what an element of a mapped array is. Everything else of these and of all
 * other packages resolves to `any`, which is harmless: nothing is judged by this program.
 */
export const AMBIENT_MODULES: ReadonlyMap<string, string> = new Map([
  [
    "@nestia/e2e",
    `export namespace ArrayUtil {
      function asyncMap<I, O>(elements: readonly I[], closure: (element: I, index: number, array: readonly I[]) => Promise<O>): Promise<O[]>;
      function asyncMap<I, O>(elements: readonly I[]): (closure: (element: I, index: number, array: readonly I[]) => Promise<O>) => Promise<O[]>;
      function asyncForEach<I>(elements: readonly I[], closure: (element: I, index: number, array: readonly I[]) => Promise<any>): Promise<void>;
      function asyncFilter<I>(elements: readonly I[], closure: (element: I, index: number, array: readonly I[]) => Promise<boolean>): Promise<I[]>;
      function asyncRepeat<T>(count: number, closure: (index: number) => Promise<T>): Promise<T[]>;
      function asyncRepeat(count: number): <T>(closure: (index: number) => Promise<T>) => Promise<T[]>;
      function repeat<T>(count: number, closure: (index: number) => T): T[];
      function has<T>(elements: readonly T[], ...closures: ((element: T) => boolean)[]): boolean;
    }
    export namespace RandomGenerator {
      function pick<T>(array: readonly T[]): T;
      function sample<T>(array: readonly T[], count: number): T[];
      const alphabets: any, alphaNumeric: any, name: any, paragraph: any, content: any, mobile: any, substring: any, date: any;
    }
    export const TestValidator: any;
    export const DynamicExecutor: any;
    export const GaffComparator: any;
    export type DeepPartial<T> = T extends Date ? T : T extends object ? { [P in keyof T]?: DeepPartial<T[P]> } : T;`,
  ],
  [
    "typia",
    `export namespace tags { type Format<T> = {}; type MinLength<T> = {}; type MaxLength<T> = {}; type Minimum<T> = {}; type Maximum<T> = {}; type ExclusiveMinimum<T> = {}; type ExclusiveMaximum<T> = {}; type Type<T> = {}; type Pattern<T> = {}; type MinItems<T> = {}; type MaxItems<T> = {}; type UniqueItems<T = true> = {}; type Default<T> = {}; type MultipleOf<T> = {}; type ContentMediaType<T> = {}; type JsonSchemaPlugin<T> = {}; type TagBase<T> = {}; }
    declare namespace typia {
      function assert<T>(input: T | unknown): T;
      function assertEquals<T>(input: T | unknown): T;
      function is<T>(input: unknown): boolean;
      function validate<T>(input: unknown): any;
      function random<T>(generator?: any): T;
      function assertGuard<T>(input: unknown): void;
      const misc: any, json: any, createIs: any, createAssert: any;
    }
    export default typia;
    export function assert<T>(input: T | unknown): T;
    export function random<T>(generator?: any): T;`,
  ],
  [
    "@nestia/fetcher",
    `export interface IConnection { host: string; headers?: any; options?: any; simulate?: boolean }
    export type Primitive<T> = T;
    export type Resolved<T> = T;
    export class HttpError extends Error { status: number; toJSON(): any }`,
  ],
  [
    "tstl",
    "export class Singleton<T, P extends any[] = any[]> { constructor(closure: (...args: P) => T); get(...args: P): T; }",
  ],
  ["uuid", "export function v4(): string; export function v7(): string;"],
]);
