/** A shortcut that presses the page's own button: the click is not a person's, the key was. */

import { actsOn, composer, element, postsByKey, ready } from "../kit/composer.js";
import { textarea } from "../kit/fields.js";

const main = document.querySelector("main");
const outer = element("div");
main.append(outer);
postsByKey(outer, () => outer.querySelector(".submit").click());
await composer(outer, textarea, actsOn("click"));
ready();
