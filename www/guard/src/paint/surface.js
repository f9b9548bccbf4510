/**
 * The one element that the guard adds to a page, and the closed shadow root in it that holds all it shows. The page
 * sees an empty box and none of the events aimed at what is inside.
 */

import { adopt, make } from "./make.js";
import { CSS } from "./style.js";

/** Events that tell what the person does in the panel, beside those that the gate listens to. */
const PRIVATE = [
  ...["beforeinput", "input", "compositionstart", "compositionupdate", "compositionend", "focusin", "focusout"],
  ...["copy", "cut", "paste", "dragstart", "dragover", "drop", "wheel", "dblclick", "auxclick", "contextmenu"],
  ...["pointermove", "mousemove", "pointerover", "pointerout", "mouseover", "mouseout", "pointercancel", "touchmove"],
];

export class Surface {
  host = make("div");
  root = this.host.attachShadow({ mode: "closed" });
  /** Stands above what the page puts into the top layer. */
  layer = make("div", { class: "layer", popover: "manual" });
  #onPress;
  #keyIsOurs = false;
  #shield = (/** @type {Event} */ event) => {
    if (this.owns(event)) event.stopImmediatePropagation();
  };

  /**
   * @param {string} language
   * @param {(control: Element) => void} onPress A trusted press of one of our controls.
   */
  constructor(language, onPress) {
    this.#onPress = onPress;
    this.layer.lang = language;
    this.layer.dir = "ltr";
    adopt(this.root, CSS);
    this.root.append(this.layer);
    this.root.addEventListener("click", (event) => {
      event.stopImmediatePropagation();
      this.#press(event, event.target);
    });
  }

  /** Puts the host into the page, above all else, if it is not there. */
  show() {
    if (!this.host.isConnected) {
      document.documentElement.append(this.host);
      for (const type of PRIVATE) window.addEventListener(type, this.#shield, { capture: true, passive: true });
    }
    if (!this.layer.matches(":popover-open")) this.layer.showPopover();
  }

  remove() {
    for (const type of PRIVATE) window.removeEventListener(type, this.#shield, { capture: true });
    this.host.remove();
  }

  /** @param {Event} event */
  owns(event) {
    return event.composedPath().includes(this.host);
  }

  /**
   * Keeps an event of ours from the page. What the browser does of itself (typing, moving the focus, scrolling) goes on.
   *
   * @param {Event} event In the capture phase at `window`.
   * @returns {boolean} Whether it was ours.
   */
  take(event) {
    const isOurs = this.owns(event);
    if (event.type === "keydown") this.#keyIsOurs = isOurs;
    else if (event.type === "keyup" && this.#keyIsOurs && !isOurs) {
      // The press closed the panel and the focus went back to the page; the release is no gesture of the page's.
      this.#keyIsOurs = false;
      event.stopImmediatePropagation();
      return true;
    }
    if (!isOurs) return false;
    if (event.type !== "click") event.stopImmediatePropagation();
    else this.#click(/** @type {MouseEvent} */ (event));
    return true;
  }

  /**
   * A click by a pointer is told by its place. One by keyboard or assistive technology has none: it goes down into our
   * own root, where the listener sees its true target.
   *
   * @param {MouseEvent} event
   */
  #click(event) {
    if (event.detail === 0 && event.isTrusted) return;
    event.stopImmediatePropagation();
    this.#press(event, this.root.elementFromPoint(event.clientX, event.clientY));
  }

  /**
   * @param {Event} event
   * @param {EventTarget | null} target
   */
  #press(event, target) {
    const control = target instanceof Element ? target.closest("button") : null;
    if (event.isTrusted && control) this.#onPress(control);
  }
}
