/**
 * The extension's own pages as a person meets them. Neither browser's protocol opens such a page by itself everywhere:
 * Chromium tells their address by the background, Firefox takes the one that `browser.js` has given the extension.
 */

import { speak } from "../../extension/src/messages/messages.js";
import { FIREFOX_ROOT } from "./browser.js";

/**
 * @typedef {import("./visit.js").Lab} Lab
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {"options" | "popup" | "welcome"} Name
 */

/** What stands in a page once all of it is shown. */
const SHOWN = { options: "#corrected-count:not(:empty)", popup: "#how li", welcome: "#examples button" };

/** The words of the extension, in the language that the lab speaks. */
export const wordsOf = (/** @type {Lab} */ { language }) => speak(language, language);

/**
 * Opens one of the extension's own pages in a tab.
 *
 * @param {Lab} lab
 * @param {Name} name
 */
export async function openOwn(lab, name) {
  const page = await lab.browser.newPage();
  await showOwn(lab, page, name);
  return page;
}

/**
 * Shows one of the extension's own pages in a tab that is there. It need not be in front: the popup tells of the tab that is.
 *
 * @param {Lab} lab
 * @param {Page} page
 * @param {Name} name
 */
export async function showOwn({ kind, browser }, page, name) {
  if (kind === "firefox") {
    // No event of such a page is told, so nothing of the protocol's own waits for its end.
    const { browsingContext } = /** @type {any} */ (page.mainFrame());
    await browsingContext.navigate(`${FIREFOX_ROOT}/${name}.html`, "none");
  } else {
    const background = await browser.waitForTarget((one) => one.type() === "service_worker");
    await page.goto(new URL(`/${name}.html`, background.url()).href);
  }
  await stands(page, SHOWN[name]);
}

/** A tab that is not in front has no frames to ask in, and puppeteer does not always hear there what has changed. */
const ALSO_BEHIND = { polling: 50 };

/** Waits until there is such an element, in a tab that need not be in front. */
export async function stands(/** @type {Page} */ page, /** @type {string} */ selector) {
  await page.waitForFunction((where) => document.querySelector(where) !== null, ALSO_BEHIND, selector);
}

/** What the first element that a selector finds says, once that is what it should. */
export async function comesToSay(
  /** @type {Page} */ page,
  /** @type {string} */ selector,
  /** @type {string} */ sentence,
) {
  await page.waitForFunction(
    (where, wanted) => document.querySelector(where)?.textContent?.trim() === wanted,
    ALSO_BEHIND,
    selector,
    sentence,
  );
}
