/** The whole composer inside a shadow root, open or closed: `data-mode`. */

import { element, page } from "../kit/composer.js";
import { editable } from "../kit/fields.js";

const host = element("my-composer");
document.querySelector("main").append(host);
page(editable, undefined, host.attachShadow({ mode: document.body.dataset.mode }));
