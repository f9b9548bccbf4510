/** Selectors that come from data. A wrong one must cost the adapter, not the guard. */

import { climb } from "./tree.js";

/**
 * @param {Element} element
 * @param {string} selector
 * @returns {boolean} Whether the element, or one that holds it in the same tree, is meant.
 */
export function isMeant(element, selector) {
  try {
    return element.closest(selector) !== null;
  } catch {
    return false;
  }
}

/**
 * How many elements a selector finds in the trees around a place on the page.
 *
 * @param {Node} place
 * @param {string} selector
 */
export function countAround(place, selector) {
  let found = 0;
  try {
    for (const node of climb(place)) {
      if (node === node.getRootNode()) found += /** @type {Document} */ (node).querySelectorAll(selector).length;
    }
  } catch {
    return found;
  }
  return found;
}

/**
 * The element that a selector means for a place on the page, when the page has several: the one that shares most of
 * its surroundings.
 *
 * @param {Node} place
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function nearest(place, selector) {
  try {
    for (const node of climb(place)) {
      const found = "querySelector" in node && /** @type {ParentNode} */ (node).querySelector(selector);
      if (found) return /** @type {HTMLElement} */ (found);
    }
  } catch {
    return null;
  }
  return null;
}
