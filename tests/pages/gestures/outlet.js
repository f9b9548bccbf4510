/** Quill in the open shadow root of an outlet in front of the page, the way LinkedIn shows its share box. */

import sheet from "quill/dist/quill.snow.css" with { type: "text" };
import { element, page } from "../kit/composer.js";
import { quill } from "../kit/quill.js";

const outlet = element("div", { id: "outlet" });
document.body.prepend(outlet);
const root = outlet.attachShadow({ mode: "open" });
root.append(element("style", {}, sheet));
page(quill, undefined, root);
