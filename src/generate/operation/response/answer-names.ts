/** The DTOs that an operation answers with before and after: rows, alone or in a page. */
export interface AnswerNames {
  readonly from: string;
  readonly to: string;
  /** What one row is shown as. */
  readonly row: { readonly from: string; readonly to: string };
  readonly paged: boolean;
}

/** `IX` and `IX.ISummary`, or pages of them; null where an operation answers with anything else. */
export function answerNames(response: string, to: "summary" | "whole"): AnswerNames | null {
  const [base = "", own, ...more] = response.split(".");
  if ((own !== undefined && own !== "ISummary") || more.length > 0) return null;
  const paged = base.startsWith("IPageI");
  const row = paged ? base.slice("IPage".length) : base;
  const named = (name: string, summary: boolean): string => (summary ? `${name}.ISummary` : name);
  const [before, after] = [own !== undefined, to === "summary"];
  return {
    from: response,
    to: named(base, after),
    row: { from: named(row, before), to: named(row, after) },
    paged,
  };
}
