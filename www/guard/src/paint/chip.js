/** A small sign at the composer's corner: how many remarks there are, or what the guard cannot do. */

import { draw, make, say } from "./make.js";

const DRAWING = "M4 5h16v11H9l-5 4zM8 9h8M8 12h5";

/** Pixels between the chip and the composer. */
const GAP = 3;

/** What a person could want to press. */
const PRESSABLE = "button, a[href], input, select, textarea, summary, label, [role=button], [role=link], [role=tab]";

export class Chip {
  #layer;
  #words = say("");
  #element = make("button", { class: "chip", type: "button", hidden: true }, draw(DRAWING), this.#words);
  #said = say("");
  #voice = make("div", { class: "voice", role: "status" }, this.#said);
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
    this.#words.dataset.said = words;
    if (does) this.#element.setAttribute("aria-label", said);
    else this.#element.removeAttribute("aria-label");
    if (this.#said.dataset.said !== said) this.#said.dataset.said = said;
    this.#element.hidden = false;
    this.place();
  }

  /**
   * At the composer's far corner, above or below it, else at its near one: never over the text, nor over what can be pressed,
   * where it can be helped.
   */
  place() {
    if (!this.#composer || this.#element.hidden) return;
    const at = this.#composer.getBoundingClientRect();
    const isGone = at.width === 0 || at.bottom < 0 || at.top > innerHeight;
    this.#element.style.setProperty("visibility", isGone ? "hidden" : "visible");
    if (isGone) return;
    const { width, height } = this.#element.getBoundingClientRect();
    const ends = [at.right - width, at.left];
    const tops = [at.top - height - GAP, at.bottom + GAP].filter((top) => top >= 0 && top + height <= innerHeight);
    const isLeftward = getComputedStyle(this.#composer).direction === "rtl";
    const lefts = (isLeftward ? ends.reverse() : ends).map((left) =>
      Math.max(0, Math.min(left, this.#layer.clientWidth - width)),
    );
    const places = lefts.flatMap((left) => tops.map((top) => ({ left, top })));
    const inside = { left: lefts[0] ?? 0, top: Math.max(0, Math.min(at.bottom, innerHeight) - height) };
    const { left, top } = places.find((place) => isFree({ ...place, width, height })) ?? places[0] ?? inside;
    this.#element.style.setProperty("top", `${top}px`);
    this.#element.style.setProperty("left", `${left}px`);
  }

  clear() {
    this.#composer = null;
    this.#element.hidden = true;
    this.#said.dataset.said = "";
  }
}

/**
 * Whether nothing that a person could press is there. What shows nothing of its own to pointers is asked through.
 *
 * @param {{ left: number, top: number, width: number, height: number }} place
 */
function isFree({ left, top, width, height }) {
  return [left + 1, left + width / 2, left + width - 1].every(
    (x) => !document.elementFromPoint(x, top + height / 2)?.closest(PRESSABLE),
  );
}
