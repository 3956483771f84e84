import typia from "typia";
import type { Form } from "../form.js";

/** Lets somebody else call an operation: another actor, some of an actor's places, or everybody. */
export interface ChangeAccess {
  readonly kind: "change-access";
  readonly method: string;
  /** As written, with parameters in braces or behind colons. */
  readonly path: string;
  /** Null for everybody. */
  readonly actor: string | null;
  /** Which of them, as written: "supervisor", or "position.supervisor"; left out for all. */
  readonly places?: readonly string[];
  /** Further actors, which no operation can be for at once. */
  readonly others?: readonly string[];
}

export const isChangeAccess = typia.createIs<ChangeAccess>();

const WHO = String.raw`(?:by )?(public|anyone|anybody|everyone|everybody)|by (\w+ as \w+|\w+(?:\.\w+)*(?:(?: ?, ?(?:and |or )?| and | or )\w+(?:\.\w+)*)*)`;

const PATTERN = new RegExp(`^operation (get|post|put|patch|delete) (/\\S*) to (?:${WHO})$`, "i");

const ACCESS = /^access of (?:operation )?((?:get|post|put|patch|delete) \/\S*) to (?:by )?(\S.*)$/i;

export const changeAccess: Form<ChangeAccess> = {
  verb: "change",
  on: "operation",
  slots: [
    { ask: "operation", lead: "operation " },
    { ask: "actor", lead: " to by " },
  ],
  usage: "change operation <method> <path> to by <actor>[.<place>[, <actor>.<place>]]|public",
  example: "change operation DELETE /bbs/member/articles/{articleId} to by admin",
  parse: (rest) => {
    const written = rest.replace(ACCESS, "operation $1 to by $2");
    const [, method, path, , who] = PATTERN.exec(written) ?? [];
    if (method === undefined || path === undefined) return null;
    const own = { kind: "change-access", method: method.toUpperCase(), path } as const;
    return who === undefined ? { ...own, actor: null } : { ...own, ...callersOf(who) };
  },
  print: ({ method, path, actor, places = [], others = [] }) => {
    const own = places.length === 0 ? [actor] : places.map((each) => `${actor}.${each}`);
    const who = actor === null ? "public" : `by ${[...own, ...others].join(", ")}`;
    return `change operation ${method} ${path} to ${who}`;
  },
};

/** `admin.supervisor, admin.director`, or `admin as supervisor`; an actor who is named whole means all of his places. */
function callersOf(who: string): Pick<ChangeAccess, "actor" | "places" | "others"> {
  const all = who.replace(/^(\w+) as (\w+)$/i, "$1.$2").split(/ ?, ?(?:and |or )?| and | or /i);
  const pairs = all.map((each): readonly [string, string] => {
    const dot = each.indexOf(".");
    return dot === -1 ? [each, ""] : [each.slice(0, dot), each.slice(dot + 1)];
  });
  const actor = pairs[0]?.[0] ?? "";
  const own = pairs.filter(([name]) => name === actor).map(([, place]) => place);
  const places = own.includes("") ? [] : [...new Set(own)];
  const others = all.filter((_, index) => pairs[index]?.[0] !== actor);
  return { actor, ...(places.length > 0 && { places }), ...(others.length > 0 && { others }) };
}
