import { ts } from "ts-morph";
import type { Deadness } from "./deadness.js";

/** `results[1]` of a list that lost its first element is `results[0]` from now on. */
export function settlePositions(state: Deadness): void {
  for (const [list, { variable, cause }] of state.shortened) {
    if (!ts.isIdentifier(variable.name) || state.isGone(variable)) continue;
    for (const access of accessesOf(state, variable.name)) {
      const index = Number(access.argumentExpression.getText());
      const element = list.elements[index];
      if (element === undefined || state.isGone(access)) continue;
      if (list.elements.slice(0, index).some(ts.isSpreadElement)) {
        state.ask("position", access, cause);
      } else if (state.removed.has(element)) {
        if (!state.absent.has(access)) state.absentify(access, cause);
      } else {
        const before = list.elements.slice(0, index).filter((each) => state.removed.has(each));
        const moved = String(index - before.length);
        const known = state.replaced.get(access.argumentExpression);
        if (before.length > 0 && known !== moved) state.replace(access.argumentExpression, moved, cause);
      }
    }
  }
}

/** Places that read an element of a list by a number that is written out. */
function accessesOf(state: Deadness, name: ts.Identifier): readonly ts.ElementAccessExpression[] {
  const { checker } = state.program;
  const symbol = checker.getSymbolAtLocation(name);
  return state.view.placesOf(name.text, name.getSourceFile()).flatMap((place) => {
    const access = place.parent;
    const isAccess = ts.isElementAccessExpression(access) && access.expression === place;
    if (!isAccess || !ts.isNumericLiteral(access.argumentExpression)) return [];
    return checker.getSymbolAtLocation(place) === symbol ? [access] : [];
  });
}
