/** Which elements are composers. */

import { climb, elementsIn } from "./tree.js";

/** Roles of fields that look something up. */
const LOOKS_UP = "[role=searchbox], [role=combobox], [role=search] *, search *";

/**
 * The composer that a node is in, if it is in one.
 *
 * @param {Node | null} node
 * @param {(input: HTMLInputElement) => boolean} isTitle Whether a single line belongs to something that is posted.
 * @returns {HTMLElement | null}
 */
export function composerAt(node, isTitle) {
  const element = /** @type {HTMLElement | null} */ (
    node?.nodeType === Node.ELEMENT_NODE ? node : (node?.parentElement ?? null)
  );
  if (!element) return null;
  if (element.localName === "textarea" || element.localName === "input") return fieldAt(element, isTitle);
  return editingHost(element);
}

/**
 * @param {HTMLElement} element
 * @param {(input: HTMLInputElement) => boolean} isTitle
 * @returns {HTMLElement | null}
 */
function fieldAt(element, isTitle) {
  const field = /** @type {HTMLInputElement} */ (element);
  if (field.readOnly || field.disabled) return null;
  if (field.localName === "textarea") return field;
  return isTextInput(field) && isTitle(field) ? field : null;
}

/**
 * A single line of free text: never a password, a search, an address or a number.
 *
 * @param {HTMLInputElement} input
 */
export function isTextInput(input) {
  return input.type === "text" && !input.readOnly && !input.disabled && !input.matches(LOOKS_UP);
}

/**
 * The outermost element of an editable region. By `isContentEditable`, not by the attribute: its value may be bare,
 * and a document in `designMode` has none.
 *
 * @param {HTMLElement} element
 * @returns {HTMLElement | null}
 */
function editingHost(element) {
  if (element.ownerDocument.designMode === "on") return element.ownerDocument.body;
  if (!element.isContentEditable) return null;
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

/**
 * The composers under a node.
 *
 * @param {Node} scope
 * @param {import("./tree.js").ShadowRootOf} shadowRootOf
 * @param {(input: HTMLInputElement) => boolean} isTitle
 * @param {Node | null} [except] A part already looked at.
 * @returns {HTMLElement[]}
 */
export function composersIn(scope, shadowRootOf, isTitle, except = null) {
  const found = new Set();
  for (const element of elementsIn(scope, shadowRootOf, except)) {
    const composer = mayBeComposer(element) ? composerAt(element, isTitle) : null;
    if (composer?.checkVisibility?.() ?? composer) found.add(composer);
  }
  return [...found];
}

/**
 * Cheap enough to ask of every element: the expensive questions come after it.
 *
 * @param {Element} element
 */
function mayBeComposer(element) {
  const name = element.localName;
  if (name === "textarea" || name === "input" || element.hasAttribute("contenteditable")) return true;
  return name === "body" && element.ownerDocument.designMode === "on";
}

/**
 * The nearest part of the page around a node that holds composers with something in them.
 *
 * @param {Node} start
 * @param {(scope: Node, except: Node | null) => HTMLElement[]} filledIn
 * @param {(node: Node) => boolean} isBorder Past such a node nothing belongs to the start any more.
 * @returns {{ scope: Node, composers: HTMLElement[] } | null}
 */
export function nearestFilled(start, filledIn, isBorder) {
  let below = null;
  for (const node of climb(start)) {
    if (node.nodeType === Node.TEXT_NODE) continue;
    const composers = filledIn(node, below);
    if (composers.length > 0) return { scope: node, composers };
    if (isBorder(node)) return null;
    below = node;
  }
  return null;
}
