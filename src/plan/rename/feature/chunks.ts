import type { Route } from "./routes.js";

type Segments = Route["segments"];

/** A name made of the segments of a path, as functions and classes are: `postBbsArticles` from `/bbs/articles`. */
export function respellChunks(name: string, start: string, segments: Segments): string | null {
  if (!name.toLowerCase().startsWith(start.toLowerCase())) return null;
  let result = name.slice(0, start.length);
  let rest = name.slice(start.length);
  for (const [from, to] of segments) {
    const flat = flatOf(from);
    if (!rest.toLowerCase().startsWith(flat)) continue;
    const written = rest.slice(0, flat.length);
    result += from === to ? written : like(written, from, to);
    rest = rest.slice(flat.length);
  }
  return result + rest;
}

/** Folders that are named after the segments of a path, one for each. */
export function respellFolders(folders: readonly string[], segments: Segments): readonly string[] {
  let at = 0;
  return folders.map((folder) => {
    const index = segments.findIndex(([from], each) => each >= at && flatOf(from) === flatOf(folder));
    const [from, to] = segments[index] ?? [];
    if (from === undefined || to === undefined) return folder;
    at = index + 1;
    return from === to ? folder : spelledLike(folder, from, to);
  });
}

/** A folder in the spelling that it has: `auditLogs`, `audit_logs` or `auditlogs` for the segment `audit-logs`. */
function spelledLike(folder: string, from: string, to: string): string {
  if (folder === from) return to;
  return folder.includes("_") ? to.replaceAll("-", "_") : camel(to);
}

/** Capital first, and inside only where the old chunk had capitals for the old segment. */
function like(written: string, from: string, to: string): string {
  const word = camel(to.replace(/[{}]/g, ""));
  const flat = written === capital(flatOf(from)) && written !== capital(camel(from.replace(/[{}]/g, "")));
  return capital(flat ? word.toLowerCase() : word);
}

function camel(segment: string): string {
  return segment.replace(/[-_]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function flatOf(segment: string): string {
  return segment.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
