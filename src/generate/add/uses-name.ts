/** Whether code names something; what stands behind a dot is a member of something else, behind three it is not. */
export function usesName(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${name}\\b`).test(text);
}
