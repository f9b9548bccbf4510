/** What the extension's own pages share: their language, their look and their elements. */
import { managedNow } from "../background/managed.js";
import { speak } from "../messages/messages.js";
import { settings, settled } from "../settings.js";

/** @typedef {import("../messages/messages.js").Words} Words */

export const own = settings(chrome.storage.local);

/**
 * Puts the page into the language and the look that are in force, and fills every element that names a message.
 * @returns {Promise<Words>}
 */
export async function dress() {
  const [{ managed }, chosen] = await Promise.all([managedNow(), own.read()]);
  const { language, theme } = settled(chosen, managed);
  const words = speak(language, navigator.language);
  const { documentElement: root } = document;
  root.lang = words.language;
  root.style.colorScheme = theme ?? "";
  for (const element of document.querySelectorAll("[data-message]")) {
    element.textContent = words.say(/** @type {HTMLElement} */ (element).dataset.message ?? "");
  }
  return words;
}

/**
 * An element of this page.
 * @param {string} id
 */
export function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * A new element: its name with classes after dots, and what goes into it. Text goes in as text.
 * @param {string} name such as `p.title`
 * @param {...(Node | string)} content
 */
export function make(name, ...content) {
  const [tag = "div", ...classes] = name.split(".");
  const element = document.createElement(tag);
  element.classList.add(...classes);
  element.append(...content);
  return element;
}

/**
 * A button and what it does.
 * @param {string} name @param {() => unknown} act @param {string} [className]
 */
export function button(name, act, className = "") {
  const made = /** @type {HTMLButtonElement} */ (make("button", name));
  made.type = "button";
  made.className = className;
  made.addEventListener("click", act);
  return made;
}

/**
 * The choices of a list to choose from; what was chosen before stays chosen where it is still there.
 * @param {HTMLSelectElement} list @param {Array<[value: string, name: string]>} choices
 */
export function offer(list, choices) {
  const before = list.value;
  list.replaceChildren(...choices.map(([value, name]) => new Option(name, value)));
  if (choices.some(([value]) => value === before)) list.value = before;
}

/**
 * A list of names and what they stand for.
 * @param {Array<[name: string, what: string | Node]>} facts
 */
export function factsOf(facts) {
  return make("dl", ...facts.flatMap(([name, what]) => [make("dt", name), make("dd", what)]));
}
