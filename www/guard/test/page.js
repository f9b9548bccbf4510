/** A document for tests outside a browser, with the one thing that jsdom does not know: what is editable. */

import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><body></body>", { pretendToBeVisual: true });

Object.defineProperty(window.HTMLElement.prototype, "isContentEditable", {
  /** @this {HTMLElement} */
  get() {
    const said = this.closest("[contenteditable]");
    return said !== null && said.getAttribute("contenteditable") !== "false";
  },
});

for (const name of ["document", "Node", "NodeFilter", "getComputedStyle", "requestAnimationFrame", "location"]) {
  Object.defineProperty(globalThis, name, { value: /** @type {any} */ (window)[name], configurable: true });
}

export { window };

/**
 * Fills the page.
 *
 * @param {string} html
 * @returns {(selector: string) => HTMLElement} Finds in it.
 */
export function page(html) {
  document.body.innerHTML = html;
  return (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`the page has no ${selector}`);
    return /** @type {HTMLElement} */ (found);
  };
}

/**
 * The words of ours in an element.
 *
 * @param {Element} element
 */
export function saidIn(element) {
  return [...element.querySelectorAll("[data-said]")].map((it) => it.getAttribute("data-said")).join("");
}
