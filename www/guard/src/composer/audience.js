/**
 * Who could read what a composer holds, as far as the site's adapter can tell.
 *
 * @typedef {import("../types.ts").Audience} Audience
 */

import { nearest } from "./select.js";

/** From the widest to the narrowest: where the page's words tell of several, the widest counts. @type {Audience[]} */
const WIDEST_FIRST = ["public", "followers", "company", "group", "named", "self"];

/** Says that the address of the page tells, and no element. */
export const ADDRESS = "address";

/**
 * @param {HTMLElement} composer
 * @param {Audience | import("../types.ts").AudienceReader | undefined} source
 * @returns {{ audience: Audience, isKnown: boolean }} Unknown counts as public.
 */
export function audienceOf(composer, source) {
  if (typeof source === "string") return { audience: source, isKnown: true };
  const words = source ? toldBy(composer, source.from) : "";
  const audience = WIDEST_FIRST.find((one) => source?.words[one]?.some((word) => words.includes(word.toLowerCase())));
  return { audience: audience ?? "public", isKnown: audience !== undefined };
}

/**
 * @param {HTMLElement} composer
 * @param {string} from
 */
function toldBy(composer, from) {
  if (from === ADDRESS) return composer.ownerDocument.location.pathname.toLowerCase();
  const element = nearest(composer, from);
  return element ? [element.textContent, ...labelsOf(element)].join(" ").toLowerCase() : "";
}

/**
 * What an element is called where its text does not say it.
 *
 * @param {Element} element
 */
export function labelsOf(element) {
  return ["aria-label", "title", "alt"].map((name) => element.getAttribute(name) ?? "").filter(Boolean);
}
