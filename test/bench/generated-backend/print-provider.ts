import { parametersOf, providerName } from "./operation.js";
import type { Operation } from "./operation.js";
import { LIBRARIES, SDK_STRUCTURES, UTILITIES, printImports } from "./print-header.js";
import { pascal } from "./names.js";

/** The file of one operation: its body and nothing else. */
export function printProvider(operation: Operation): string {
  const { actor } = operation;
  const props = [
    ...(actor ? [`${actor}: ${pascal(actor)}Payload;`] : []),
    ...parametersOf(operation).map(({ name }) => `${name}: string & tags.Format<"uuid">;`),
    ...(operation.body ? [`body: ${operation.body};`] : []),
  ];
  const text = `/**
 * ${operation.summary}
 *
 * ${operation.description}
${actor ? ` *\n * @param props.${actor} Authorized ${actor}\n` : ""} */
export async function ${providerName(operation)}(props: {
${props.join("\n")}
}): Promise<${operation.output}> {${operation.statements}
}
`;
  const imports = printImports(`${text} IEntity`, "../", SDK_STRUCTURES);
  return `${LIBRARIES}\n${imports}\n${UTILITIES}\n${text}`;
}
