/** The whole composer inside a shadow root, open or closed: `data-mode`. */

import { element, main, page } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

const mode = document.body.dataset.mode === "closed" ? "closed" : "open";
const host = element("my-composer");
main.append(host);
page(editable, undefined, host.attachShadow({ mode }));
