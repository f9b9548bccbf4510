/**
 * Under which account something is posted, as far as the page shows it. It is only told to the person, so that a private
 * matter does not leave by the company's account, or the other way around.
 *
 * @typedef {import("../types.ts").Account} Account
 * @typedef {import("../types.ts").IdentityReader} IdentityReader
 */

import { ADDRESS, labelsOf } from "./audience.js";
import { nearest } from "./select.js";

/** A longer name is a part of the page. */
const LONGEST_NAME = 80;

/**
 * @param {HTMLElement} composer
 * @param {Account | IdentityReader | undefined} source
 * @returns {{ name: string, account: Account | null }} Empty where nothing is told.
 */
export function identityOf(composer, source) {
  if (typeof source === "string") return { name: "", account: source };
  if (!source) return { name: "", account: null };
  if (source.from === ADDRESS) return { name: "", account: accountIn(location.hostname, source) };
  const shown = nearest(composer, source.from);
  if (!shown) return { name: "", account: null };
  return {
    name: nameBy(source.by ?? "text", shown),
    account: accountIn([shown.textContent, ...labelsOf(shown)].join(" "), source),
  };
}

/**
 * @param {string} told
 * @param {IdentityReader} source
 */
function accountIn(told, { words }) {
  const accounts = /** @type {const} */ (["work", "personal"]);
  return accounts.find((one) => words?.[one]?.some((word) => told.toLowerCase().includes(word))) ?? null;
}

/**
 * @param {NonNullable<IdentityReader["by"]>} by
 * @param {HTMLElement} element
 */
function nameBy(by, element) {
  const name = {
    text: () => linesOf(element.innerText ?? element.textContent)[0] ?? "",
    label: () => linesOf(labelsOf(element)[0] ?? "").join(" "),
    href: () => (element.getAttribute("href") ?? "").split(/[?#]/u)[0]?.split("/").filter(Boolean).at(-1) ?? "",
  }[by]();
  return name.length > LONGEST_NAME ? "" : name;
}

/** @param {string} text */
function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
