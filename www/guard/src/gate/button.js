/** What a button would do, by its structure and its name. */

import { climb } from "../composer/tree.js";
import words from "./words.json" with { type: "json" };

/** What the page says is a button. */
const BUTTONS = `button, input[type=submit], input[type=button], input[type=image], [role=button],
  a:not([href]), a[href="#"], a[href^="javascript:" i]`;

/** What a site can make into a button without saying so: it counts only when its name says that it posts. */
const CLICKABLE = "[onclick], [tabindex], [role=link], [role=menuitem], [role=option]";

/** A button that opens, toggles or resets something is not what posts. */
const STRUCTURE =
  "[aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], [aria-pressed], [role=switch], [role=tab]";

/** How far up something that only looks like a button is looked for. */
const MOST_LEVELS = 6;

/** A longer text is not a name but a part of the page. */
const LONGEST_NAME = 60;

const POSTS = new Set(words.posts);
/** As the first word these say what happens to something posted before: "Edit post", "Cancel reply". */
const UNDOES = new Set(words.undoes);
const HELPS = new Set(words.helps);

/**
 * The button that a node is in.
 *
 * @param {Node} target
 * @returns {HTMLElement | null}
 */
export function buttonAt(target) {
  const path = [...climb(target)].filter(isElement);
  return (
    path.find(isButton) ??
    path.slice(0, MOST_LEVELS).find((element) => isClickable(element) && purposeOf(element) === "posts") ??
    null
  );
}

/**
 * By what the page says, or by the name of a custom element.
 *
 * @param {Element} element
 */
export function isButton(element) {
  return element.matches(BUTTONS) || /-(?:button|btn)\b|\b(?:button|btn)-/u.test(element.localName);
}

/** @param {HTMLElement} element */
function isClickable(element) {
  if (element.querySelector(`${BUTTONS}, input, textarea, [contenteditable]`)) return false;
  return element.matches(CLICKABLE) || getComputedStyle(element).cursor === "pointer";
}

/**
 * `posts` is sure, `helps` is something else, `unknown` may well post.
 *
 * @param {HTMLElement} button
 * @returns {"posts" | "helps" | "unknown"}
 */
export function purposeOf(button) {
  if (/** @type {HTMLButtonElement} */ (button).type === "reset") return "helps";
  const named = purposeOfName(nameOf(button));
  if (named !== "unknown") return named;
  return button.matches(STRUCTURE) || button.closest("[role=toolbar], [role=tablist], [role=menubar]")
    ? "helps"
    : "unknown";
}

/**
 * @param {string} name
 * @returns {"posts" | "helps" | "unknown"}
 */
export function purposeOfName(name) {
  const said = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (UNDOES.has(said[0] ?? "")) return "helps";
  if (said.some((word) => POSTS.has(word))) return "posts";
  if (said.some((word) => HELPS.has(word) || UNDOES.has(word))) return "helps";
  return "unknown";
}

/**
 * The name by which a person knows a button, as short as it has one.
 *
 * @param {HTMLElement} button
 * @returns {string}
 */
export function nameOf(button) {
  const root = /** @type {Document | ShadowRoot} */ (button.getRootNode());
  const labels = (button.getAttribute("aria-labelledby") ?? "").split(/\s+/u).filter(Boolean);
  const names = [
    labels.map((id) => root.getElementById?.(id)?.textContent ?? "").join(" "),
    button.getAttribute("aria-label"),
    button.localName === "input" ? /** @type {HTMLInputElement} */ (button).value : button.textContent,
    button.getAttribute("title"),
    button.querySelector("img[alt]")?.getAttribute("alt"),
    button.querySelector("svg [aria-label], svg[aria-label]")?.getAttribute("aria-label"),
  ];
  const name = names.map((one) => one?.trim() ?? "").find(Boolean) ?? "";
  return name.length > LONGEST_NAME ? "" : name;
}

/**
 * @param {Node} node
 * @returns {node is HTMLElement}
 */
function isElement(node) {
  return node.nodeType === Node.ELEMENT_NODE;
}
