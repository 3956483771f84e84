/**
 * How many of falling scores stand above the knee of their curve: the point that lies deepest below the line from
 * the first to the last one. All of them where the curve has no knee.
 */
export function aboveKnee(scores: readonly number[]): number {
  const [first = 0] = scores;
  const drop = first - (scores.at(-1) ?? 0);
  if (drop <= 0) return scores.length;
  let [deepest, knee] = [1e-9, scores.length];
  scores.forEach((score, index) => {
    const depth = (first - score) / drop - index / (scores.length - 1);
    if (depth > deepest) [deepest, knee] = [depth, index];
  });
  return knee;
}
