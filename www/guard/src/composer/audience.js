/**
 * Who could read what a composer holds, as far as the site's adapter can tell.
 *
 * @typedef {import("../types.ts").Audience} Audience
 */

import { nearest } from "./select.js";

/** From the widest to the narrowest: where the page's words tell of several, the widest counts. @type {Audience[]} */
const WIDEST_FIRST = ["public", "followers", "company", "group", "named", "self"];

/**
 * @param {HTMLElement} composer
 * @param {Audience | import("../types.ts").AudienceReader | undefined} source
 * @returns {{ audience: Audience, isKnown: boolean }} Unknown counts as public.
 */
export function audienceOf(composer, source) {
  if (typeof source === "string") return { audience: source, isKnown: true };
  const told = source && nearest(composer, source.from);
  const words = told ? wordsOf(told) : "";
  const audience = WIDEST_FIRST.find((one) => source?.words[one]?.some((word) => words.includes(word.toLowerCase())));
  return { audience: audience ?? "public", isKnown: audience !== undefined };
}

/** @param {Element} element */
function wordsOf(element) {
  const names = ["aria-label", "title"].map((name) => element.getAttribute(name) ?? "");
  return [element.textContent, ...names].join(" ").toLowerCase();
}
