import { colons } from "../../create/sdk/print-function.js";
import { capital } from "../../create/conventions/spelling.js";

/** A path at which an operation was, and the one at which it is. */
export interface Forwarding {
  readonly method: string;
  /** With parameters in braces. */
  readonly from: string;
  readonly to: string;
}

/** `DELETE /bbs/tags/{tagId}` → how a method or a function is called after it: "deleteBbsTagsTagId". */
export function forwardName({ method, from }: Forwarding): string {
  const words = from.replace(/[{}]/g, "").split(/[^A-Za-z\d]+/);
  return method.toLowerCase() + words.map(capital).join("");
}

/** The method of a controller that answers at the old path with the new one. */
export function forwardMethod(each: Forwarding): string {
  const { method, from, to } = each;
  const given = [...from.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  let index = 0;
  const target = to.replace(/\{(\w+)\}/g, (_, name: string) => {
    const old = given[index++] ?? "";
    return `\${encodeURIComponent(${given.includes(name) ? name : old})}`;
  });
  const parameters = given.map((name) => `    @Param("${name}") ${name}: string,\n`).join("");
  return `  /**
   * It is \`${method} ${to}\` now.
   *
   * @deprecated
   * @ignore
   */
  @${capital(method.toLowerCase())}("${colons(from).replace(/^\//, "")}")
  @Redirect()
  public ${forwardName(each)}(
${parameters}    @Req() request: { readonly url: string },
  ): { readonly url: string; readonly statusCode: number } {
    const query = /\\?.*$/.exec(request.url)?.[0] ?? "";
    return { url: \`${target}\${query}\`, statusCode: 308 };
  }`;
}

/** What the method needs of the framework. */
export function forwardImports({ method, from }: Forwarding): readonly string[] {
  return [capital(method.toLowerCase()), ...(from.includes("{") ? ["Param"] : []), "Redirect", "Req"];
}
