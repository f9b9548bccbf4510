import { weightOf } from "../actions.js";

/** Nobody reads more underlines than these; the chip counts them all. */
const MOST = 200;

/** @typedef {{ action: import("../types.ts").Action, span: import("../types.ts").Span }} Mark */

/**
 * What to underline, in order and none over another; where two meet, the graver one stays.
 *
 * @param {import("../types.ts").Verdict} verdict
 * @returns {Mark[]}
 */
export function marksOf({ findings, reasons }) {
  const graver = [...reasons].sort((a, b) => weightOf(b.action) - weightOf(a.action));
  /** @type {Mark[]} */
  const marks = [];
  for (const { action, findings: places } of graver) {
    for (const span of places.flatMap((place) => findings[place]?.spans ?? [])) {
      if (marks.length === MOST) break;
      if (marks.every((mark) => span.end <= mark.span.start || span.start >= mark.span.end)) {
        marks.push({ action, span });
      }
    }
  }
  return marks.sort((a, b) => a.span.start - b.span.start);
}
