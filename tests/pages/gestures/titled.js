/** A title and a body, posted together by one button. */

import { actsOn, element, main, ready } from "../kit/composer.js";
import { editable, field } from "../kit/fields.js";
import { post } from "../kit/post.js";

const titleHost = element("div", { class: "title" });
const bodyHost = element("div", { class: "editor" });
const title = field("input", { type: "text", "aria-label": "Title" })(titleHost);
const body = editable(bodyHost);
const send = () =>
  post([title.text(), body.text()].filter(Boolean).join("\n"), () => {
    title.clear();
    body.clear();
  });
main.append(
  element("section", { class: "composer" }, titleHost, bodyHost, element("footer", {}, actsOn("click")(send))),
);
ready();
