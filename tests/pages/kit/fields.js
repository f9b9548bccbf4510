/** Editors that need no library. */

import { element } from "./composer.js";

/** A field of a form: textarea or input. */
export const field =
  (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes = {}) =>
  (/** @type {HTMLElement} */ host) => {
    const made = /** @type {HTMLTextAreaElement} */ (
      element(name, { "aria-label": "What is happening?", ...attributes })
    );
    host.append(made);
    return {
      text: () => made.value,
      clear: () => {
        made.value = "";
      },
    };
  };

export const textarea = field("textarea", { rows: "5", cols: "60" });

/** A bare contenteditable, read the way sites read it. */
export function editable(/** @type {HTMLElement} */ host) {
  const made = element("div", { contenteditable: "", role: "textbox", "aria-multiline": "true", "aria-label": "Post" });
  host.append(made);
  return {
    text: () => made.innerText.replace(/\n$/, ""),
    clear: () => made.replaceChildren(),
  };
}
