import { placesIn } from "../../rules/places.js";
import type { Violation } from "../../rules/violation.js";

const STATUSES = [
  "400",
  "401",
  "402",
  "403",
  "404",
  "409",
  "410",
  "413",
  "415",
  "422",
  "423",
  "429",
  "500",
  "503",
];

/** A guard ends the request with a status that says what was wrong. */
export function guardsAnswer(tree: unknown, at: string): readonly Violation[] {
  return placesIn(tree, at).flatMap(({ node, path }) => {
    const status = node["status"];
    if (node.kind !== "guard" || typeof status !== "number") return [];
    if (Number.isInteger(status) && status >= 400 && status < 600) return [];
    return [
      {
        path: `${path}.status`,
        expected: "a status from 400 to 599",
        found: String(status),
        candidates: STATUSES,
        advice:
          "400 is a wrong request, 403 one that is not allowed, 404 a row that is not there, 409 one in the way.",
      },
    ];
  });
}
