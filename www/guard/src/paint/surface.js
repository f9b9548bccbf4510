/**
 * The one element that the guard adds to a page, and the closed shadow root in it that holds all it shows. The page
 * sees an empty box and none of the events aimed at what is inside.
 *
 * @typedef {object} Controls What becomes of trusted events in what is shown.
 * @property {(control: HTMLButtonElement) => void} press
 * @property {(event: KeyboardEvent) => void} key
 * @property {() => void} typed
 */

import { adopt, make } from "./make.js";
import { CSS } from "./style.js";

/** Events that tell what the person does in the panel, beside those that the guard listens to anyway. */
export const PRIVATE = [
  ...["compositionstart", "compositionupdate", "focus", "blur", "focusout", "copy"],
  ...["dragstart", "dragover", "dragend", "selectstart", "wheel", "dblclick", "auxclick", "contextmenu", "touchmove"],
  ...["pointer", "mouse"].flatMap((kind) => ["move", "over", "out", "enter", "leave"].map((what) => `${kind}${what}`)),
  "pointercancel",
];

export class Surface {
  host = make("div");
  root = this.host.attachShadow({ mode: "closed" });
  /** Stands above what the page puts into the top layer. */
  layer = make("div", { class: "layer", popover: "manual" });
  #controls;
  #css;
  #isDressed = () => false;
  /** The control on which a key of ours went down, while it is down. @type {Element | null} */
  #keyed = null;

  /**
   * @param {string} language
   * @param {"light" | "dark" | undefined} theme As the system has it where there is none.
   * @param {Controls} controls
   */
  constructor(language, theme, controls) {
    this.#css = theme ? `${CSS}.layer, dialog { color-scheme: ${theme}; }` : CSS;
    this.#controls = controls;
    this.layer.lang = language;
    this.root.append(this.layer);
    this.root.addEventListener("click", (event) => {
      event.stopImmediatePropagation();
      this.#press(event, event.target);
    });
  }

  /** Whether the host is where it was put: a page can take it out, or into another document. */
  get isInPlace() {
    return this.host.isConnected && this.host.ownerDocument === document;
  }

  /** Puts the host into the page, if it is not there. */
  show() {
    if (!this.isInPlace) document.documentElement.append(this.host);
    if (!this.#isDressed()) this.#isDressed = adopt(this.root, this.#css);
    if (!this.layer.matches(":popover-open")) this.layer.showPopover();
  }

  /** Puts the layer above what the page has put into the top layer since, but not over an open panel, which it would cover. */
  raise() {
    const isAsking = this.root.querySelector("dialog[open]") !== null;
    if (this.layer.matches(":popover-open") && !isAsking) this.layer.hidePopover();
    this.show();
  }

  remove() {
    this.host.remove();
  }

  /**
   * Keeps an event of ours from the page. What the browser does of itself (typing, moving the focus, scrolling) goes on.
   *
   * @param {Event} event In the capture phase at `window`.
   * @returns {boolean} Whether it was ours.
   */
  take(event) {
    this.#reach(event);
    const isOurs = this.#owns(event);
    if (event.type === "keydown") {
      this.#keyed = isOurs ? this.root.activeElement : null;
      if (isOurs && event.isTrusted) this.#controls.key(/** @type {KeyboardEvent} */ (event));
    }
    // A key that closed the panel is let go over the page, which has not seen it go down.
    const isRest = this.#keyed !== null && (event.type === "keyup" || event.type === "keypress");
    // Space clicks when it is let go, right after this event.
    if (event.type === "keyup") setTimeout(() => (this.#keyed = null));
    if (!isOurs && !isRest) return false;
    if (event.type === "click") this.#click(/** @type {MouseEvent} */ (event));
    else event.stopImmediatePropagation();
    if (event.type === "input" && event.isTrusted) this.#controls.typed();
    return true;
  }

  /** @param {Event} event */
  #owns(event) {
    return event.target === this.host || this.#isOnReached(event);
  }

  /**
   * What stands beside a composer is there for pointers only while the person's own is on it: else the page could ask what
   * is at a point, and learn of a remark.
   *
   * @param {Event} event
   */
  #reach(event) {
    if (!event.isTrusted || !(event instanceof PointerEvent) || event.type === "click" || !this.isInPlace) return;
    for (const control of this.layer.querySelectorAll("button")) {
      control.classList.toggle("reached", isIn(control.getBoundingClientRect(), event));
    }
  }

  /**
   * A pointer that was there before what stands under it aims at the page.
   *
   * @param {Event} event
   */
  #isOnReached(event) {
    if (!event.isTrusted || !(event instanceof MouseEvent) || event.detail === 0) return false;
    const reached = this.layer.querySelector("button.reached:enabled");
    return reached !== null && isIn(reached.getBoundingClientRect(), event);
  }

  /**
   * A click by a pointer is told by its place, one by the keyboard by the key. One by assistive technology has neither: it
   * goes down into our own root, where the listener sees its true target.
   *
   * @param {MouseEvent} event
   */
  #click(event) {
    const control = event.detail > 0 ? this.root.elementFromPoint(event.clientX, event.clientY) : this.#keyed;
    if (!control && event.isTrusted) return;
    event.stopImmediatePropagation();
    this.#press(event, control);
  }

  /**
   * @param {Event} event
   * @param {EventTarget | null} target
   */
  #press(event, target) {
    // Not by its class: in Firefox, what the page has moved into another document and back is of none that we know.
    const control = /** @type {Partial<Element> | null} */ (target)?.closest?.("button");
    if (event.isTrusted && control) this.#controls.press(control);
  }
}

/**
 * Takes away what a guard has left behind that went with its extension: where a browser ends a content script, what it has put
 * into the page stays, and does nothing any more.
 *
 * @param {(element: Element) => ShadowRoot | null} shadowRootOf
 */
export function takeAwayLeft(shadowRootOf) {
  for (const element of [...(document.documentElement?.children ?? [])]) {
    if (element.localName === "div" && shadowRootOf(element)?.querySelector(".layer[popover]")) element.remove();
  }
}

/**
 * @param {DOMRect} box
 * @param {MouseEvent} event
 */
function isIn({ left, top, right, bottom }, { clientX, clientY }) {
  return clientX >= left && clientX < right && clientY >= top && clientY < bottom;
}
