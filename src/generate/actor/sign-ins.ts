import { ts } from "ts-morph";

/** A call in a test by which somebody joins or logs in on a connection. */
export interface SignIn {
  readonly node: ts.CallExpression;
  readonly actor: string;
  readonly verb: "join" | "login";
  readonly connection: string;
}

/** Where some actors sign in inside of a test, in order: by a helper, or by the SDK itself. */
export function signInsOf(owner: ts.FunctionDeclaration, actors: readonly string[]): readonly SignIn[] {
  const found: SignIn[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText().replace(/\s+/g, "");
      const [, helper, direct] = /^(?:authorize_(\w+)|.*\.auth\.(\w+\.\w+))$/.exec(callee) ?? [];
      const [verb, actor = ""] = (helper?.split("_") ?? direct?.split(".") ?? []).reverse();
      const known = actors.find((each) => each.toLowerCase() === actor.toLowerCase());
      if (known !== undefined && (verb === "join" || verb === "login"))
        found.push({ node, actor: known, verb, connection: node.arguments[0]?.getText() ?? "" });
    }
    ts.forEachChild(node, visit);
  };
  visit(owner);
  return found;
}

/** Who is signed in on a connection where a call is made; null for nobody that is known. */
export function signedInAt(signIns: readonly SignIn[], connection: string, before: ts.Node): string | null {
  const last = signIns
    .filter((each) => each.connection === connection && each.node.end <= before.getStart())
    .at(-1);
  return last?.actor ?? null;
}
