/**
 * What would make a draft fine, for the person to choose from.
 *
 * @typedef {object} Suggestion
 * @property {"generalise" | "mask" | "remove" | "add"} kind
 * @property {import("../composer/write.js").Edit[]} edits
 * @property {string} words What would stand there; nothing for `remove`.
 *
 * @typedef {{ finding: import("../types.ts").Finding, span: import("../types.ts").Span }} Place
 */

/** Letters, digits, marks and spaces that can be put back where they were, beside the words that go. */
const NEIGHBOUR = /^[\p{L}\p{N}\p{P}\p{Zs}]$/u;

/** UTF-16 units of what is masked rather than told in other words. */
const LONGEST_MASKED = 60;

/** Nobody wants to be shown what becomes of more places. */
const MOST = 50;

/**
 * @param {string} draft
 * @param {import("../types.ts").Reason} reason
 * @param {import("../types.ts").Finding[]} findings Those of the reason.
 * @param {(text: import("../types.ts").Text) => string} pick
 * @returns {Suggestion[]} The gentlest first.
 */
export function suggestionsFor(draft, reason, findings, pick) {
  const places = apart(findings);
  /** @type {Array<Suggestion | null>} */
  const all = [
    adding(draft, reason.add && pick(reason.add)),
    changing("generalise", places, ({ instead }) => instead && pick(instead)),
    changing("mask", places, (_, { start, end }) => masked(draft.slice(start, end))),
    leavingOut(draft, places),
  ];
  return all.filter((one) => one !== null);
}

/**
 * The last place of all findings first, so that no edit moves the place of the next; none within another.
 *
 * @param {import("../types.ts").Finding[]} findings
 */
function apart(findings) {
  const places = findings
    .flatMap((finding) => finding.spans.map((span) => ({ finding, span })))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  const kept = places.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
  return kept.reverse();
}

/**
 * @param {string} draft
 * @param {string | null} sentence
 * @returns {Suggestion | null}
 */
function adding(draft, sentence) {
  if (!sentence) return null;
  const [last] = /\S$/u.exec(draft.trimEnd()) ?? [];
  if (!last) return null;
  const end = draft.trimEnd().length;
  return {
    kind: "add",
    words: sentence,
    edits: [{ span: { start: end - last.length, end }, text: `${last} ${sentence}` }],
  };
}

/**
 * @param {"generalise" | "mask"} kind
 * @param {Place[]} places
 * @param {(finding: import("../types.ts").Finding, span: import("../types.ts").Span) => string | null} into
 * @returns {Suggestion | null} None where it cannot be said of every place.
 */
function changing(kind, places, into) {
  const edits = places.map(({ finding, span }) => ({ span, text: into(finding, span) ?? "" }));
  if (edits.length === 0 || edits.length > MOST || edits.some(({ text }) => text === "")) return null;
  return { kind, edits, words: [...new Set(edits.map(({ text }) => text).reverse())].slice(0, 3).join(", ") };
}

/**
 * A number or a key keeps its shape. Words do not: who sees the shape of a name can guess it.
 *
 * @param {string} words
 */
function masked(words) {
  if (words.length > LONGEST_MASKED || !/\p{N}/u.test(words)) return null;
  return words.replace(/[\p{L}\p{N}]/gu, "•");
}

/**
 * @param {string} draft
 * @param {Place[]} places
 * @returns {Suggestion | null}
 */
function leavingOut(draft, places) {
  const edits = places.map(({ span }) => withoutWords(draft, span));
  if (edits.length === 0 || edits.length > MOST || edits.some((edit) => edit === null)) return null;
  return { kind: "remove", edits: edits.filter((edit) => edit !== null), words: "" };
}

/**
 * Words go with a space beside them. What is written in their place is what stood next to them, for an edit that only takes
 * away is none that every editor knows.
 *
 * @param {string} draft
 * @param {import("../types.ts").Span} span
 * @returns {import("../composer/write.js").Edit | null}
 */
function withoutWords(draft, { start, end }) {
  const [before = "", after = ""] = [draft[start - 1], draft[end]];
  const from = before === " " && /^[\s\p{P}]?$/u.test(after) ? start - 1 : start;
  const to = from === start && after === " " && /^\s?$/u.test(before) ? end + 1 : end;
  const [left = "", right = ""] = [draft[from - 1], draft[to]];
  if (NEIGHBOUR.test(left)) return { span: { start: from - 1, end: to }, text: left };
  if (NEIGHBOUR.test(right)) return { span: { start: from, end: to + 1 }, text: right };
  return null;
}
