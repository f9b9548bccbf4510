/** The markup around an editor, as sites write it: a toolbar above, a cancel and a post button beneath. */

import { chat, post } from "./post.js";
import { isSite, site } from "./site.js";

/**
 * @typedef {{ text: () => string, clear: () => void }} Editor What a page knows of its own editor: the model's text.
 * @typedef {(host: HTMLElement) => Editor | Promise<Editor>} Mount
 */

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A post button that acts on one event. */
export const actsOn = (/** @type {string} */ event) => (/** @type {() => void} */ send) => {
  const button = element("button", { type: "button", class: "submit" }, "Post");
  button.addEventListener(event, send);
  return button;
};

/** Ctrl+Enter posts, and so does plain Enter where the page plays a chat. Seen before the editor sees it. */
export function postsByKey(/** @type {EventTarget} */ target, /** @type {() => void} */ send) {
  target.addEventListener(
    "keydown",
    (/** @type {any} */ event) => {
      const plain = chat && !event.shiftKey && !event.altKey;
      if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
      if (!plain && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      send();
    },
    true,
  );
}

/**
 * Puts a composer into the page.
 *
 * @param {Element | ShadowRoot} root
 * @param {Mount} mount
 * @param {(send: () => void) => HTMLElement} submit
 */
export async function composer(root, mount, submit = actsOn("click")) {
  const host = element("div", { class: "editor" });
  const send = () => post(editor.text(), editor.clear);
  const toolbar = element(
    "div",
    { class: "toolbar", role: "toolbar", "aria-label": "Formatting" },
    element("button", { type: "button", class: "bold", "aria-label": "Bold" }, "B"),
    element("button", { type: "button", class: "emoji", "aria-label": "Emoji" }, "☺"),
  );
  const cancel = element("button", { type: "button", class: "cancel" }, "Cancel");
  cancel.addEventListener("click", () => editor.clear());
  const place = element("section", { class: "composer" }, toolbar, host, element("footer", {}, cancel, submit(send)));
  root.append(place);
  postsByKey(host, send);
  const editor = await mount(host);
  return place;
}

/** Where a page puts what it has. */
export const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/**
 * The page's one composer, in the markup of a site where this is a site's page, and word that it is ready.
 *
 * @param {Mount} mount
 * @param {(send: () => void) => HTMLElement} submit
 * @param {Element | ShadowRoot} root
 */
export async function page(mount, submit = actsOn("click"), root = main) {
  if (isSite) return site(mount);
  await composer(root, mount, submit);
  ready();
}

/** Tells whoever waits that the page can be used. */
export function ready() {
  document.documentElement.dataset.ready = "";
}
