/**
 * Underlines findings in an editor without touching it: lines in our own root, drawn where the words are. The CSS Custom
 * Highlight API would follow the words by itself, but the page could read from its registry which words the policy means.
 */

import { climb } from "../composer/tree.js";
import { make } from "./make.js";

/** Pixels that a line is high. */
const HEIGHT = 3;

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

export class Underlines {
  #layer;
  #box = make("div", { class: "lines", "aria-hidden": "true" });
  /** @type {HTMLElement | null} */
  #composer = null;
  /** @type {Array<{ action: import("../types.ts").Action, range: Range }>} */
  #marks = [];

  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.#layer = layer;
  }

  /**
   * @param {HTMLElement} composer
   * @param {Array<{ action: import("../types.ts").Action, range: Range }>} marks
   */
  set(composer, marks) {
    if (marks.length === 0) {
      if (this.#composer === composer) this.clear();
      return;
    }
    this.#composer = composer;
    this.#marks = marks;
    this.#layer.append(this.#box);
    this.place();
  }

  /** Follows the words: where they are, and how much of the composer is in view. */
  place() {
    if (!this.#composer) return;
    const view = viewOf(this.#composer);
    const { style } = this.#box;
    style.setProperty("left", `${view.left}px`);
    style.setProperty("top", `${view.top}px`);
    style.setProperty("width", `${Math.max(0, view.right - view.left)}px`);
    style.setProperty("height", `${Math.max(0, view.bottom - view.top)}px`);
    this.#box.replaceChildren(
      ...this.#marks.flatMap(({ action, range }) =>
        [...range.getClientRects()]
          .filter((at) => at.width > 0 && at.bottom > view.top && at.top < view.bottom)
          .map((at) => lineAt(at, view, action)),
      ),
    );
  }

  clear() {
    this.#composer = null;
    this.#marks = [];
    this.#box.replaceChildren();
    this.#box.remove();
  }
}

/**
 * @param {DOMRect} at
 * @param {Box} view
 * @param {string} action
 */
function lineAt(at, view, action) {
  const line = make("span", { class: action });
  line.style.setProperty("left", `${at.left - view.left}px`);
  line.style.setProperty("top", `${at.bottom - HEIGHT - view.top}px`);
  line.style.setProperty("width", `${at.width}px`);
  return line;
}

/**
 * The part of a composer that is in view: whatever scrolls around it cuts it off.
 *
 * @param {HTMLElement} composer
 * @returns {Box}
 */
function viewOf(composer) {
  let { left, top, right, bottom } = composer.getBoundingClientRect();
  for (const node of climb(composer)) {
    if (!(node instanceof HTMLElement) || node === document.documentElement || node === document.body) continue;
    if (getComputedStyle(node).overflowY === "visible") continue;
    const around = node.getBoundingClientRect();
    left = Math.max(left, around.left);
    top = Math.max(top, around.top);
    right = Math.min(right, around.right);
    bottom = Math.min(bottom, around.bottom);
  }
  return { left, top, right, bottom };
}
