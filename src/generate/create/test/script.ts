import { capital } from "../conventions/spelling.js";
import type { Known } from "../known.js";

/** A test while it is being written: statements, and what they import. */
export class Script {
  public readonly statements: string[] = [];
  public readonly structures = new Set<string>();
  public readonly helpers = new Set<string>();
  private readonly joined = new Set<string>();
  private readonly names = new Set(["connection"]);

  public constructor(private readonly known: Known) {}

  public say(...statements: readonly string[]): void {
    this.statements.push(...statements);
  }

  /** A variable's name that nothing else has. */
  public name(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.names.has(name); count++) name = `${wanted}${count}`;
    this.names.add(name);
    return name;
  }

  /** The connection of an actor, signed in when it is first asked for; anybody's for null. */
  public connection(actor: string | null): string {
    if (actor === null) return "connection";
    const name = `${actor}Connection`;
    if (!this.joined.has(name)) this.join(actor, name, null);
    return name;
  }

  /** A connection of somebody else in the same part. */
  public stranger(actor: string): string {
    const name = this.name(`stranger${capital(actor)}`);
    this.join(actor, name, null);
    return name;
  }

  /** Signs in on a connection of its own; `as` keeps who that is. */
  public join(actor: string, name: string, as: string | null): void {
    this.joined.add(name);
    this.names.add(name);
    this.say(`const ${name}: api.IConnection = { host: connection.host };`);
    this.say(`${as === null ? "" : `const ${as} = `}${this.joining(actor, name)};`);
  }

  /** The expression by which somebody signs in on a connection that is there. */
  public joining(actor: string, name: string): string {
    const helper = [...this.known.backend.files.keys()].find((path) =>
      new RegExp(`^test/authorize/authorize_(\\w+_)?${actor}_join\\.ts$`, "i").test(path),
    );
    if (helper !== undefined) {
      const place = helper.replace(/\.ts$/, "");
      this.helpers.add(place);
      const text = this.known.backend.files.get(helper)?.text ?? "";
      return `await ${place.slice(place.lastIndexOf("/") + 1)}(${name}${/\bprops:/.test(text) ? ", {}" : ""})`;
    }
    const operation = joinOf(actor, this.known);
    if (operation === null) throw new CannotTest(`nobody joins as ${actor}`);
    this.structures.add(operation.body.split(".")[0] ?? "");
    return `await api.functional.${operation.accessor.join(".")}(${name}, { body: typia.random<${operation.body}>() })`;
  }
}

/** A test that cannot be written, and why; nothing else of the change depends on it. */
export class CannotTest extends Error {}

function joinOf(
  actor: string,
  { api }: Known,
): { readonly accessor: readonly string[]; readonly body: string } | null {
  for (const { path, accessor, body } of api.operations.values())
    if (new RegExp(`/auth/${actor}/join$`, "i").test(path) && accessor !== null && body !== null)
      return { accessor, body };
  return null;
}
