/** A composer with a button that says who will read the post, and changes it when pressed. */

import { composer, element, main, ready } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

const place = await composer(main, editable);
const audience = element("button", { type: "button", class: "audience" }, "Only me");
audience.addEventListener("click", () => {
  audience.textContent = audience.textContent === "Only me" ? "Everyone" : "Only me";
});
place.prepend(audience);
ready();
