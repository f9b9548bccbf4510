/** What the extension's own pages share: their language and their elements. */

/** @param {string} key @param {string} [of] */
export const message = (key, of) => chrome.i18n.getMessage(key, of);

/** Fills every element that names a message with it, in the browser's language. */
export function localise() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  for (const element of document.querySelectorAll("[data-message]")) {
    element.textContent = message(/** @type {HTMLElement} */ (element).dataset.message ?? "");
  }
}

/**
 * An element of this page.
 * @param {string} id
 */
export function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * A new element with text in it.
 * @param {string} name @param {string} text @param {string} [className]
 */
export function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/**
 * A sentence of the policy in the reader's language, else in the policy's first.
 * @param {import("bezint/types").Text} text @param {string[]} languages the policy's
 */
export function said(text, languages) {
  const reader = chrome.i18n.getUILanguage().slice(0, 2);
  return text[reader] ?? text[languages[0] ?? ""] ?? Object.values(text)[0] ?? "";
}
