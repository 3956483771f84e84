import type { ts } from "ts-morph";
import type { TypedProgram } from "../../graph/types/typed-program.js";
import type { Splice } from "../../source/edit.js";
import { camelOf, pascalOf, partsOf } from "../create/conventions/spelling.js";
import type { Actor } from "../create/conventions/actors.js";
import { CallIndex, functionsAround, type Named, nameOf } from "./callers.js";
import { type GivenMember, givenMembers } from "./given-member.js";
import { appendMembers, type Braces } from "./append-member.js";
import type { Maker } from "./maker.js";
import { passMember } from "./pass-member.js";

/** A place at which it cannot be said who makes a row. */
export class UnknownMaker extends Error {
  public constructor(
    public readonly node: ts.Node,
    public readonly why: string,
  ) {
    super(why);
  }
}

/** Finds on whose behalf code runs, and hands that down to functions which do not know it yet. */
export class Makers {
  private readonly added = new Map<Braces, string[]>();
  private readonly passed = new Map<string, Maker | null>();
  private readonly index: CallIndex;

  public constructor(
    private readonly program: TypedProgram,
    paths: Iterable<string>,
    private readonly actors: readonly Actor[],
  ) {
    this.index = new CallIndex(program, paths);
  }

  /** The actors on whose behalf the code at a node runs; null among them stands for nobody. */
  public actorsAt(node: ts.Node, seen: ReadonlySet<Named> = new Set()): ReadonlySet<string | null> {
    const around = functionsAround(node);
    const own = around.flatMap((owner) =>
      this.actors.filter((actor) => this.ownMember(owner, node, actor) !== null),
    );
    if (own.length > 0) return new Set(own.map(({ name }) => name));
    const root = around.at(-1);
    if (root === undefined || seen.has(root)) return new Set([null]);
    const { calls } = this.index.of(root);
    if (calls.length === 0) return new Set([null]);
    return new Set(calls.flatMap((call) => [...this.actorsAt(call, new Set([...seen, root]))]));
  }

  /** What stands for an actor at a node; null where he never has a part in it. */
  public at(node: ts.Node, actor: Actor): Maker | null {
    const around = functionsAround(node);
    for (const owner of around) {
      const member = this.ownMember(owner, node, actor);
      if (member !== null) return { text: member.text, sure: !/\b(null|undefined)\b/.test(member.type) };
    }
    const root = around.at(-1);
    return root === undefined ? null : this.handedDown(root, node, actor);
  }

  /** Path → what it takes to hand actors down, as far as they were asked for. */
  public splices(): ReadonlyMap<string, readonly Splice[]> {
    const found = new Map<string, Splice[]>();
    for (const [braces, members] of this.added) {
      const path = this.program.pathOf(braces.getSourceFile()) ?? "";
      found.set(path, [...(found.get(path) ?? []), appendMembers(braces, members)]);
    }
    return found;
  }

  private ownMember(owner: Named, node: ts.Node, { name }: Actor): GivenMember | null {
    const payload = new RegExp(`^${pascalOf(partsOf(name))}Payload\\b`, "i");
    return givenMembers(owner, node, this.program).find(({ type }) => payload.test(type)) ?? null;
  }

  private handedDown(root: Named, node: ts.Node, actor: Actor): Maker | null {
    const key = `${this.program.pathOf(root.getSourceFile())} ${nameOf(root)?.text} ${actor.name}`;
    const known = this.passed.get(key);
    if (known !== undefined) return known;
    // A function that calls itself learns nothing new from that.
    this.passed.set(key, null);
    const { calls, escapes } = this.index.of(root);
    const makers = calls.map((call) => this.at(call, actor));
    if (makers.every((maker) => maker === null)) return null;
    if (escapes)
      throw new UnknownMaker(root, `${nameOf(root)?.text} is handed around, so who calls it is not known`);
    const passed = passMember({
      root,
      node,
      calls,
      makers,
      program: this.program,
      name: camelOf(partsOf(actor.model?.name ?? actor.name)),
    });
    if (passed === null)
      throw new UnknownMaker(root, `${nameOf(root)?.text} takes no object to add the ${actor.name} to`);
    for (const [braces, member] of passed.added)
      this.added.set(braces, [...(this.added.get(braces) ?? []), member]);
    this.passed.set(key, passed.maker);
    return passed.maker;
  }
}
