/** A shortcut that presses the page's own button: the click is not a person's, the key was. */

import { actsOn, composer, element, main, postsByKey, ready } from "../kit/composer.js";
import { textarea } from "../kit/fields.js";

const outer = element("div");
main.append(outer);
postsByKey(outer, () => /** @type {HTMLElement} */ (outer.querySelector(".submit")).click());
await composer(outer, textarea, actsOn("click"));
ready();
