/** No button at all: a div with a role, a click handler, and Enter and Space as the pattern for buttons asks. */

import { element, page } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

page(editable, (send) => {
  const button = element("div", { class: "submit", role: "button", tabindex: "0" }, element("span", {}, "Post"));
  button.addEventListener("click", send);
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    send();
  });
  button.addEventListener("keyup", (event) => {
    if (event.key === " ") send();
  });
  return button;
});
