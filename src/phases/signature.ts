import type { ts } from "ts-morph";

/** Parameters and result, in one line. */
export function signatureOf(node: ts.SignatureDeclaration): string {
  const parameters = node.parameters.map((each) => each.getText()).join(", ");
  const type = node.type === undefined ? "" : `: ${node.type.getText()}`;
  return `(${parameters})${type}`.replace(/\s+/g, " ").replace(/[,;](?= ?[)}])/g, "");
}
