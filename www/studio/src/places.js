/**
 * Where the problems of a text are: its pieces, its lines, and the way from one to the next.
 *
 * @typedef {import("../../../target/wasm/author/bezint.js").Diagnostic} Problem
 * @typedef {{ text: string, severity: Problem["severity"] | null }} Piece
 */

/** Problems that are marked at most: nobody reads more. */
export const MOST_SHOWN = 100;

/**
 * The text in pieces, with and without a problem. Where problems overlap, the first keeps the words.
 *
 * @param {string} text
 * @param {Problem[]} problems by place
 * @returns {Piece[]}
 */
export function pieces(text, problems) {
  /** @type {Piece[]} */
  const found = [];
  let at = 0;
  for (const { start, end, severity } of problems.slice(0, MOST_SHOWN)) {
    if (start < at) continue;
    found.push({ text: text.slice(at, start), severity: null }, { text: text.slice(start, end), severity });
    at = Math.max(start, end);
  }
  found.push({ text: text.slice(at), severity: null });
  return found.filter((piece) => piece.text);
}

/**
 * The numbers of the lines, one below the other; those where a problem begins stand apart, the worst of a line counts.
 *
 * @param {string} text
 * @param {Problem[]} problems
 * @returns {Piece[]}
 */
export function linesOf(text, problems) {
  /** @type {Map<number, Problem["severity"]>} */
  const worst = new Map();
  for (const { line, severity } of problems) if (worst.get(line) !== "mistake") worst.set(line, severity);
  const count = text.split("\n").length;
  /** @type {Piece[]} */
  const lines = [];
  let plain = "";
  for (let line = 1; line <= count; line += 1) {
    const severity = worst.get(line);
    if (!severity) {
      plain += `${line}\n`;
      continue;
    }
    if (plain) lines.push({ text: plain, severity: null });
    lines.push({ text: `${line}\n`, severity });
    plain = "";
  }
  if (plain) lines.push({ text: plain, severity: null });
  return lines;
}

/**
 * The problem after a place, or before it; behind the last comes the first again.
 *
 * @param {Problem[]} problems by place
 * @param {number} at
 * @param {boolean} back
 * @returns {Problem | undefined}
 */
export function next(problems, at, back) {
  if (back) return problems.findLast(({ start }) => start < at) ?? problems.at(-1);
  return problems.find(({ start }) => start > at) ?? problems[0];
}
