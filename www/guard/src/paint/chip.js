/** A small sign at the composer's corner: how many remarks there are, or what the guard cannot do. */

import { draw, make } from "./make.js";

const DRAWING = "M4 5h16v11H9l-5 4zM8 9h8M8 12h5";

/** Pixels between the chip and the composer. */
const GAP = 3;

export class Chip {
  #layer;
  #words = make("span");
  #element = make("button", { class: "chip", type: "button", hidden: true }, draw(DRAWING), this.#words);
  #voice = make("div", { class: "voice", role: "status" });
  /** @type {HTMLElement | null} */
  #composer = null;

  /** @param {HTMLElement} layer */
  constructor(layer) {
    this.#layer = layer;
    layer.append(this.#element, this.#voice);
  }

  /**
   * @param {HTMLElement} composer
   * @param {string} words What is seen.
   * @param {string} said What is read out.
   * @param {string} action Its colour.
   * @param {string | null} does What a press does; nothing where there is only this to read.
   */
  set(composer, words, said, action, does) {
    this.#composer = composer;
    this.#element.className = `chip ${action}`;
    this.#element.disabled = does === null;
    this.#element.value = does ?? "";
    this.#words.textContent = words;
    if (does) this.#element.setAttribute("aria-label", said);
    else this.#element.removeAttribute("aria-label");
    if (this.#voice.textContent !== said) this.#voice.textContent = said;
    this.#element.hidden = false;
    this.place();
  }

  /** Above the composer at its far corner; below it where there is no room; never over the text where it can be helped. */
  place() {
    if (!this.#composer || this.#element.hidden) return;
    const at = this.#composer.getBoundingClientRect();
    const isGone = at.width === 0 || at.bottom < 0 || at.top > innerHeight;
    this.#element.style.setProperty("visibility", isGone ? "hidden" : "visible");
    const { width, height } = this.#element.getBoundingClientRect();
    const above = at.top - height - GAP;
    const top = above >= 0 ? above : Math.min(at.bottom + GAP, innerHeight - height);
    const isLeftward = getComputedStyle(this.#composer).direction === "rtl";
    const left = isLeftward ? at.left : at.right - width;
    this.#element.style.setProperty("top", `${Math.max(0, top)}px`);
    this.#element.style.setProperty(
      "left",
      `${Math.min(Math.max(0, left), Math.max(0, this.#layer.clientWidth - width))}px`,
    );
  }

  clear() {
    this.#composer = null;
    this.#element.hidden = true;
    this.#voice.textContent = "";
  }
}
