/**
 * Underlines findings in an editor without touching it, by the CSS Custom Highlight API. The page can see the names of
 * highlights, so they say nothing.
 */

import { weightOf } from "../actions.js";
import { adopt } from "./make.js";
import { ACCENTS } from "./style.js";

/** @typedef {import("../types.ts").Action} Action */

/** @param {Action} action */
const nameOf = (action) => `n${weightOf(action)}`;

const CSS_RULES = Object.entries(ACCENTS)
  .map(([action, [light, dark]]) => {
    const line = `text-decoration: underline wavy 1px light-dark(${light}, ${dark})`;
    return `::highlight(${nameOf(/** @type {Action} */ (action))}) { ${line}; text-decoration-skip-ink: none; }`;
  })
  .join("\n");

export class Highlights {
  /** @type {Map<HTMLElement, Array<[string, Range]>>} */
  #ranges = new Map();
  /** Each tree has its own sheets, and a highlight is drawn by those of the tree that the text is in. @type {Map<Node, () => void>} */
  #sheets = new Map();

  /**
   * @param {HTMLElement} composer
   * @param {Array<{ action: Action, range: Range }>} marks None takes the composer's away.
   */
  set(composer, marks) {
    if (typeof Highlight === "undefined") return;
    this.#drop(composer);
    if (marks.length > 0)
      this.#ranges.set(
        composer,
        marks.map(({ action, range }) => [nameOf(action), range]),
      );
    for (const [name, range] of this.#ranges.get(composer) ?? []) {
      this.#dress(composer);
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      highlight.add(range);
      CSS.highlights.set(name, highlight);
    }
  }

  stop() {
    for (const composer of [...this.#ranges.keys()]) this.#drop(composer);
    for (const undress of this.#sheets.values()) undress();
    this.#sheets.clear();
  }

  /** @param {HTMLElement} composer */
  #drop(composer) {
    for (const [name, range] of this.#ranges.get(composer) ?? []) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
    this.#ranges.delete(composer);
  }

  /** @param {HTMLElement} composer */
  #dress(composer) {
    const root = /** @type {Document | ShadowRoot} */ (composer.getRootNode());
    if (!this.#sheets.has(root)) this.#sheets.set(root, adopt(root, CSS_RULES));
  }
}
