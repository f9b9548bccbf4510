/**
 * A form. `data-field` is what it is written in; `data-native` leaves the posting to the browser, which then loads the
 * next page; else a script posts it. Ctrl+Enter asks the form to submit, as GitHub's does.
 */

import { element, main, postsByKey, ready } from "../kit/composer.js";
import { field } from "../kit/fields.js";
import { post, run } from "../kit/post.js";

const { field: name = "textarea", native } = document.body.dataset;
const form = /** @type {HTMLFormElement} */ (element("form", { class: "composer", method: "post" }));
const host = element("div", { class: "editor" });
const editor = field(name, { name: "text", rows: "5", cols: "60" })(host);
form.append(
  host,
  element("button", { type: "button", class: "cancel" }, "Cancel"),
  element("button", { type: "submit", class: "submit", name: "do", value: "post" }, "Post"),
);

if (native === undefined) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    post(editor.text(), editor.clear);
  });
} else {
  form.action = `/forms/${run}`;
  form.append(element("input", { type: "hidden", name: "back", value: location.pathname }));
}
if (name === "textarea") postsByKey(form, () => form.requestSubmit());
main.append(form);
ready();
