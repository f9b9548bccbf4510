/** A nest of custom elements: the title in one shadow root, the body slotted, the button in a slotted shadow root. */

import { actsOn, element, main, postsByKey, ready } from "../kit/composer.js";
import { editable, textarea } from "../kit/fields.js";
import { post } from "../kit/post.js";

const define = (/** @type {string} */ name, /** @type {(root: ShadowRoot) => void} */ fill) =>
  customElements.define(
    name,
    class extends HTMLElement {
      constructor() {
        super();
        fill(this.attachShadow({ mode: "open" }));
      }
    },
  );

/** @type {import("../kit/composer.js").Editor} */
let title;
const body = element("div", { class: "editor" });
const text = editable(body);
const send = () =>
  post([title.text(), text.text()].filter(Boolean).join("\n"), () => {
    title.clear();
    text.clear();
  });

define("post-title", (root) => {
  const host = element("div", { class: "title" });
  title = textarea(host);
  root.append(element("label", {}, "Title", host));
});
define("post-body", (root) => {
  root.append(element("div", { role: "toolbar" }, element("button", { type: "button" }, "B")), element("slot"));
});
define("post-button", (root) => root.append(actsOn("click")(send)));
define("post-form", (root) => {
  root.append(element("post-title"), element("slot", { name: "body" }), element("slot", { name: "submit" }));
});

const form = element(
  "post-form",
  {},
  element("post-body", { slot: "body" }, body),
  element("post-button", { slot: "submit" }),
);
main.append(form);
postsByKey(body, send);
ready();
