/**
 * What is written in the proof. Each draft carries a number, so that what arrived can be told apart however it was
 * changed on the way; each is one of the lab policy's cases.
 */

/** Nothing in it that any rule knows; letters that are more than one UTF-16 unit, and a second line. */
export const harmless = (/** @type {number} */ n) => `Gâteau 🍰 today (${n})\nCome`;

/** A codename: `confirm` when anyone can read it. */
export const codename = (/** @type {number} */ n) => `🚀 Neptunus in May (${n})\nYes`;

/** A citizen service number with the word for it: `justify`. */
export const citizen = (/** @type {number} */ n) => `Mijn BSN is 274519380 (${n})\nOk`;

/** A token: `block`. */
export const token = (/** @type {number} */ n) => `Use ghp_B3z1ntB3z1ntB3z1ntB3z1ntB3z1ntB3z1nt (${n})\nOk`;

/** Somebody's address: `advise`, which never stops. */
export const address = (/** @type {number} */ n) => `Write to sanne.de.vries@bedrijf.nl (${n})\nOk`;

/** The same on one line, for composers that take no more. */
export const onOneLine = (/** @type {string} */ draft) => draft.replaceAll("\n", " ");

/** The number a draft carries. */
export const numberOf = (/** @type {string} */ draft) => Number(/\((\d+)\)/.exec(draft)?.[1]);
