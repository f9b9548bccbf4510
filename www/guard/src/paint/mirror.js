/**
 * Underlines findings in a textarea or an input: a transparent copy of the text lies exactly over it, in our own root.
 */

import { make } from "./make.js";

/** A longer text is not copied; the chip still counts. */
const LONGEST = 20_000;

/** What decides where a letter stands. */
const COPIED = `border-top-width border-right-width border-bottom-width border-left-width
  padding-top padding-right padding-bottom padding-left font-family font-size font-weight font-style font-stretch
  font-variant font-feature-settings font-kerning font-optical-sizing font-size-adjust letter-spacing word-spacing
  line-height tab-size text-align text-indent text-transform direction writing-mode`.split(/\s+/u);

/** @typedef {import("../types.ts").Action} Action */

export class Mirror {
  #layer;
  /** Inert, so that a page cannot tell by `window.find()` that the text stands there twice. */
  #box = make("div", { class: "mirror", inert: true });
  /** @type {HTMLTextAreaElement | HTMLInputElement | null} */
  #field = null;

  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.#layer = layer;
  }

  /**
   * @param {HTMLTextAreaElement | HTMLInputElement} field
   * @param {Array<{ action: Action, span: import("../types.ts").Span }>} marks In order, none over another.
   */
  set(field, marks) {
    if (marks.length === 0 || field.value.length > LONGEST) {
      if (this.#field === field) this.clear();
      return;
    }
    this.#field = field;
    const parts = [];
    let at = 0;
    for (const { action, span } of marks) {
      parts.push(field.value.slice(at, span.start));
      const mark = make("span", { class: action });
      mark.append(field.value.slice(span.start, span.end));
      parts.push(mark);
      at = span.end;
    }
    // A last empty line has a height in a textarea and none in a box.
    this.#box.replaceChildren(...parts, `${field.value.slice(at)}\u200B`);
    this.#layer.append(this.#box);
    this.place();
  }

  /** Follows the field: where it is, how it is set, how far it is scrolled. */
  place() {
    const field = this.#field;
    if (!field) return;
    const from = getComputedStyle(field);
    const to = this.#box.style;
    for (const name of COPIED) to.setProperty(name, from.getPropertyValue(name));
    const { left, top, width, height } = field.getBoundingClientRect();
    const isLine = field.localName === "input";
    // The room that a scrollbar takes from the text.
    const bar =
      field.offsetWidth -
      field.clientWidth -
      Number.parseFloat(from.borderLeftWidth) -
      Number.parseFloat(from.borderRightWidth);
    const inner = field.clientHeight - Number.parseFloat(from.paddingTop) - Number.parseFloat(from.paddingBottom);
    to.setProperty("left", `${left}px`);
    to.setProperty("top", `${top}px`);
    to.setProperty("width", `${width - Math.max(0, bar)}px`);
    to.setProperty("height", `${height}px`);
    to.setProperty("white-space", isLine ? "pre" : from.whiteSpace);
    to.setProperty("overflow-wrap", isLine ? "normal" : from.overflowWrap);
    to.setProperty("word-break", from.wordBreak);
    if (isLine) to.setProperty("line-height", `${inner}px`);
    this.#box.scrollTop = field.scrollTop;
    this.#box.scrollLeft = field.scrollLeft;
  }

  clear() {
    this.#field = null;
    this.#box.replaceChildren();
    this.#box.remove();
  }
}
