/**
 * A page that listens on window before anything else of it runs: its inline script (`FIRST` in the server's HTML) hands
 * every press of the post button to `sendNow` and stops the event there.
 */

import { element, page } from "../kit/composer.js";
import { textarea } from "../kit/fields.js";

page(textarea, (send) => {
  Object.assign(window, { sendNow: send });
  return element("button", { type: "button", class: "submit" }, "Post");
});
