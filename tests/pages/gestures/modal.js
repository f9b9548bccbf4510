/** A composer in a modal dialog that pulls the focus back to itself, as the dialogs of big sites do. */

import { element, main, page } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

const dialog = /** @type {HTMLDialogElement} */ (element("dialog", { "aria-label": "Create a post", tabindex: "-1" }));
main.append(dialog);
dialog.showModal();
dialog.addEventListener("cancel", (event) => event.preventDefault());
document.addEventListener("focusin", (event) => {
  if (!dialog.contains(/** @type {Node} */ (event.target))) dialog.focus();
});
page(editable, undefined, dialog);
