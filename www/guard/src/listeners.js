/** Listens first and keeps listening. */

import { climb, targetOf } from "./composer/tree.js";

/** Kinds that stay inside the shadow root in which they happen. */
const STAYING = ["submit"];

const OPTIONS = { capture: true, passive: false };

/** Of kinds that scroll, so that the browser need not wait for us. */
const SCROLLING = { ...OPTIONS, passive: true };

export class Listeners {
  #types;
  #listener;
  #shadowRootOf;
  /** @type {Set<WeakRef<ShadowRoot>>} */
  #rootRefs = new Set();
  /** @type {WeakSet<ShadowRoot>} */
  #known = new WeakSet();
  #rearm = () => this.#arm();
  #observer = new MutationObserver(this.#rearm);

  /**
   * @param {string[]} types
   * @param {(event: Event) => void} listener
   * @param {import("./composer/tree.js").ShadowRootOf} shadowRootOf
   */
  constructor(types, listener, shadowRootOf) {
    this.#types = types;
    this.#listener = (/** @type {Event} */ event) => {
      this.#enter(event);
      listener(event);
    };
    this.#shadowRootOf = shadowRootOf;
    this.#inner = listener;
    this.#arm();
    // `document.open()` takes every listener away, and puts a new root element in: that much is seen without looking at
    // anything inside the page. Firefox tells of it before the new document can run a script; Chromium does not.
    this.#observer.observe(document, { childList: true });
    globalThis.navigation?.addEventListener("currententrychange", this.#rearm);
  }

  #inner;

  stop() {
    this.#observer.disconnect();
    globalThis.navigation?.removeEventListener("currententrychange", this.#rearm);
    for (const type of this.#types) window.removeEventListener(type, this.#listener, OPTIONS);
    for (const ref of this.#rootRefs) {
      for (const type of STAYING) ref.deref()?.removeEventListener(type, this.#inner, OPTIONS);
    }
  }

  /** Adding a listener that is there already does nothing. */
  #arm() {
    for (const type of this.#types) {
      window.addEventListener(type, this.#listener, /^(?:touch|wheel)/u.test(type) ? SCROLLING : OPTIONS);
    }
  }

  /**
   * A form inside a shadow root submits without a word to the outside, so its root is listened to from the first press or
   * focus in it.
   *
   * @param {Event} event
   */
  #enter(event) {
    if (!["pointerdown", "click", "focusin"].includes(event.type)) return;
    for (const node of climb(targetOf(event, this.#shadowRootOf))) {
      if (!(node instanceof ShadowRoot) || this.#known.has(node)) continue;
      this.#known.add(node);
      this.#rootRefs.add(new WeakRef(node));
      for (const type of STAYING) node.addEventListener(type, this.#inner, OPTIONS);
    }
  }
}
