/** GitHub refuses longer bodies. */
export const POSTED_LIMIT = 65_536;

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\bgh[opsur]_[A-Za-z0-9_-]{16,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{16,}/g,
  /\bglpat-[A-Za-z0-9_-]{16,}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\bsk-[A-Za-z0-9_-]{16,}/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g,
  /(?<=:\/\/[^\s:/@]*:)[^\s/@]+(?=@)/g,
  /(?<=\b[Bb]earer )[A-Za-z0-9._~+/-]{16,}=*/g,
];

/** Fenced code, code spans and HTML comments: there GitHub notifies nobody, and the text has to stay as it is. */
const VERBATIM =
  /^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)|<!--[\s\S]*?-->/gm;

/** Every text that leaves for GitHub passes here: no token, nobody called by name, not longer than GitHub takes. */
export function postedText(text: string, limit = POSTED_LIMIT): string {
  return capped(escapeMentions(redacted(text)), limit);
}

export function redacted(text: string): string {
  return SECRETS.reduce((rest, secret) => rest.replace(secret, "[redacted]"), text);
}

/** A zero-width space behind the sign keeps the text readable and calls nobody. */
export function escapeMentions(text: string): string {
  let result = "";
  let cursor = 0;
  for (const match of text.matchAll(VERBATIM)) {
    result += escapePlain(text.slice(cursor, match.index)) + match[0];
    cursor = match.index + match[0].length;
  }
  return result + escapePlain(text.slice(cursor));
}

/** A commit's message is no Markdown: nothing in it is code, and whatever it refers to is closed when it is merged. */
export function committedText(text: string): string {
  return withoutReferences(escapePlain(postedText(text)));
}

/** Issues that a text which is not the bot's own speaks of stay readable, and are neither linked nor closed. */
export function withoutReferences(text: string): string {
  return text.replace(/(#|\bGH-|\/(?:issues|pull)\/)(?=\d)/gi, "$1\u200b");
}

function escapePlain(text: string): string {
  return text.replace(/(?<![A-Za-z0-9.+_-])@(?=[A-Za-z0-9])/g, "@\u200b");
}

function capped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const note = "\n\n… cut here: GitHub takes no longer text.";
  if (limit < 1000) return `${whole(text.slice(0, limit - 1))}…`;
  const kept = whole(text.slice(0, limit - note.length - 8));
  const open = openFence(kept);
  return `${kept}${open === null ? "" : `\n${open}`}${note}`;
}

/** Half a surrogate pair is no text. */
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}

function openFence(text: string): string | null {
  let open: string | null = null;
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === null) open = mark;
    else if (mark.startsWith(open)) open = null;
  }
  return open;
}
