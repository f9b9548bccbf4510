/**
 * A page after the fashion of a site. The server sends its markup, which is data; here the editor and what posts are put
 * to work in it:
 *
 * - `.editor` gets the editor; its `data-editable` are attributes that the site's own editor bears, `data-within` is what
 *   stands in it before anything is written;
 * - `.mirror` shows what is written, out of sight;
 * - `.submit` posts when clicked, or by its form;
 * - `.audience` turns every `data-choices` (a JSON list) to its next choice, in the text or in the attribute `data-at`.
 */

import { postsByKey, ready } from "./composer.js";
import { post } from "./post.js";

/** Whether this document is a site's page. */
export const isSite = "site" in document.body.dataset;

/** @param {import("./composer.js").Mount} mount */
export async function site(mount) {
  const { path } = document.body.dataset;
  if (path) history.replaceState(null, "", path);
  const [host] = all(".editor");
  if (!host) throw new Error("the markup has no place for the editor");
  const editor = await mount(host);
  dress(host);
  host.addEventListener("input", () => {
    for (const mirror of all(".mirror")) mirror.textContent = editor.text();
  });
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    post(editor.text(), editor.clear);
  };
  host.closest("form")?.addEventListener("submit", send);
  const submits = (/** @type {Element} */ button) => button.matches("form [type=submit]");
  for (const button of all(".submit")) if (!submits(button)) button.addEventListener("click", send);
  postsByKey(host, () => post(editor.text(), editor.clear));
  for (const menu of all(".audience")) menu.addEventListener("click", () => all("[data-choices]").forEach(turn));
  ready();
}

/**
 * Every element that a selector finds, in open shadow roots too.
 *
 * @param {string} selector
 * @param {Document | ShadowRoot} root
 * @returns {HTMLElement[]}
 */
function all(selector, root = document) {
  const inner = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot ? all(selector, shadowRoot) : [],
  );
  return [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector)), ...inner];
}

/** Gives the editable element what the site's own bears. @param {HTMLElement} host */
function dress(host) {
  const editable = host.querySelector("textarea, input, [contenteditable]:not([contenteditable=false])");
  const { class: classes = "", ...attributes } = JSON.parse(host.dataset.editable ?? "{}");
  for (const [name, value] of Object.entries(attributes)) editable?.setAttribute(name, value);
  editable?.classList.add(...classes.split(" ").filter(Boolean));
  if (host.dataset.within) editable?.insertAdjacentHTML("beforeend", host.dataset.within);
}

/** @param {HTMLElement} element */
function turn(element) {
  const choices = JSON.parse(element.dataset.choices ?? "[]");
  const { at } = element.dataset;
  const now = at ? element.getAttribute(at) : element.textContent;
  const next = choices[(choices.indexOf(now) + 1) % choices.length];
  if (at) element.setAttribute(at, next);
  else element.textContent = next;
}
