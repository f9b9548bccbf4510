/**
 * The words in question with a little of what stands around them, where they stand first, and how often they do.
 *
 * @typedef {{ before: string, word: string, after: string, times: number }} Excerpt
 */

/** UTF-16 units around the words. */
const AROUND = 40;
const LONGEST_WORD = 120;
const MOST = 3;

/**
 * @param {string} draft
 * @param {Array<Pick<import("../types.ts").Finding, "spans">>} findings
 * @returns {Excerpt[]}
 */
export function excerpts(draft, findings) {
  const apart = findings
    .flatMap(({ spans }) => spans.slice(0, 1).map((first) => ({ ...first, times: spans.length })))
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => start >= (all[at - 1]?.end ?? 0));
  return apart.slice(0, MOST).map(({ start, end, times }) => ({
    before: shorten(draft.slice(Math.max(0, start - AROUND), start), start > AROUND, false),
    word: end - start > LONGEST_WORD ? `${draft.slice(start, start + LONGEST_WORD)}…` : draft.slice(start, end),
    after: shorten(draft.slice(end, end + AROUND), false, end + AROUND < draft.length),
    times,
  }));
}

/**
 * Cuts at a space rather than in a word, and within one line.
 *
 * @param {string} text
 * @param {boolean} isCutBefore
 * @param {boolean} isCutAfter
 */
function shorten(text, isCutBefore, isCutAfter) {
  const from = isCutBefore ? text.replace(/^\S*\s/u, "") : text;
  const to = isCutAfter ? from.replace(/\s\S*$/u, "") : from;
  return `${isCutBefore ? "… " : ""}${to}${isCutAfter ? " …" : ""}`;
}
