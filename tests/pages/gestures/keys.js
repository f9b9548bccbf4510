/** A chat that has no button at all: only Enter posts. */

import { element, main, postsByKey, ready } from "../kit/composer.js";
import { editable } from "../kit/fields.js";
import { post } from "../kit/post.js";

const host = element("div", { class: "editor" });
main.append(host);
postsByKey(host, () => post(editor.text(), editor.clear));
const editor = editable(host);
ready();
