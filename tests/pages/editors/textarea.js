/** React: a controlled textarea, and a button that React handles by delegation and disables while there is nothing. */

import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";
import { postsByKey, ready } from "../kit/composer.js";
import { post } from "../kit/post.js";

function Composer() {
  const [text, setText] = useState("");
  const send = () => post(text, () => setText(""));
  return h(
    "section",
    { className: "composer", ref: ready },
    h("div", { className: "toolbar", role: "toolbar" }, h("button", { type: "button", "aria-label": "Bold" }, "B")),
    h(
      "div",
      { className: "editor" },
      h("textarea", {
        "aria-label": "What is happening?",
        rows: 5,
        cols: 60,
        value: text,
        onChange: (event) => setText(event.target.value),
      }),
    ),
    h(
      "footer",
      {},
      h("button", { type: "button", className: "cancel", onClick: () => setText("") }, "Cancel"),
      h("button", { type: "button", className: "submit", disabled: text === "", onClick: send }, "Post"),
    ),
  );
}

const main = document.querySelector("main");
createRoot(main).render(h(Composer));
postsByKey(main, () => main.querySelector(".submit").click());
