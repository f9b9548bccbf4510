/**
 * The page as one tree, shadow roots and frames of the same origin included.
 *
 * @typedef {(element: Element) => ShadowRoot | null} ShadowRootOf
 */

/** How far anything here looks before it gives up: a page must not be able to make a click slow. */
const MOST_ELEMENTS = 20_000;

/** Built-in elements that can hold a shadow root, beside custom elements. */
const HOSTS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
);

/**
 * Wraps the host's way into closed shadow roots so that it is asked only where there can be one. Firefox has none to pass
 * in: it gives content scripts a property.
 *
 * @param {ShadowRootOf | undefined} dig
 * @returns {ShadowRootOf}
 */
export function shadowRoots(dig) {
  return (element) => {
    const root = /** @type {{ openOrClosedShadowRoot?: ShadowRoot | null }} */ (element).openOrClosedShadowRoot;
    if (root || element.shadowRoot) return root ?? element.shadowRoot;
    if (!dig || (!element.localName.includes("-") && !HOSTS.has(element.localName))) return null;
    try {
      return dig(element);
    } catch {
      return null;
    }
  };
}

/**
 * The next node up, as the person sees the page: through slots, out of shadow roots.
 *
 * @param {Node} node
 * @returns {Node | null}
 */
export function parentOf(node) {
  if (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return /** @type {ShadowRoot} */ (node).host ?? null;
  return /** @type {{ assignedSlot?: Element | null }} */ (node).assignedSlot ?? node.parentNode;
}

/**
 * A node and everything above it.
 *
 * @param {Node | null} node
 * @returns {Generator<Node>}
 */
export function* climb(node) {
  for (let next = node; next; next = parentOf(next)) yield next;
}

/**
 * What an event is really aimed at. From `window`, `composedPath()` stops at the host of a closed shadow root.
 *
 * @param {Event} event
 * @param {ShadowRootOf} shadowRootOf
 * @returns {Node | null}
 */
export function targetOf(event, shadowRootOf) {
  let target = /** @type {Node | null} */ (event.composedPath()[0] ?? null);
  while (target?.nodeType === Node.ELEMENT_NODE) {
    const root = shadowRootOf(/** @type {Element} */ (target));
    const inner = root && innerTarget(event, root);
    if (!inner || inner.getRootNode() !== root) break;
    target = inner;
  }
  return target;
}

/**
 * @param {Event} event
 * @param {ShadowRoot} root
 * @returns {Element | null}
 */
function innerTarget(event, root) {
  const { clientX, clientY, changedTouches, detail } = /** @type {MouseEvent & TouchEvent} */ (event);
  const point = changedTouches?.[0] ?? (typeof clientX === "number" ? { clientX, clientY } : null);
  const byKeyboard = event.type === "click" && detail === 0;
  return point && !byKeyboard ? root.elementFromPoint(point.clientX, point.clientY) : root.activeElement;
}

/**
 * The focused element, inside whatever shadow root or frame it is.
 *
 * @param {Document} document
 * @param {ShadowRootOf} shadowRootOf
 * @returns {Element | null}
 */
export function focusedIn(document, shadowRootOf) {
  let focused = document.activeElement;
  for (let inner = focused; inner; inner = shadowRootOf(inner)?.activeElement ?? null) focused = inner;
  return focused;
}

/**
 * The elements under a node, tree by tree: into shadow roots and frames of the same origin
 * after the tree that holds them.
 *
 * @param {Node} scope
 * @param {ShadowRootOf} shadowRootOf
 * @param {Node | null} [except] A part already looked at.
 * @returns {Generator<Element>}
 */
export function* elementsIn(scope, shadowRootOf, except = null) {
  let left = MOST_ELEMENTS;
  const trees = [scope];
  const hang = (/** @type {Element} */ element) => {
    const root = shadowRootOf(element);
    if (root && root !== except) trees.push(root);
    const inner = element.localName === "iframe" ? contentOf(element) : null;
    if (inner) trees.push(inner);
  };
  if (scope.nodeType === Node.ELEMENT_NODE) hang(/** @type {Element} */ (scope));
  for (let tree = trees.shift(); tree; tree = trees.shift()) {
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node && left > 0; ) {
      if (node === except) {
        node = past(walker);
        continue;
      }
      left -= 1;
      const element = /** @type {Element} */ (node);
      yield element;
      hang(element);
      node = walker.nextNode();
    }
  }
}

/**
 * The next node that is not in the walker's current one.
 *
 * @param {TreeWalker} walker
 * @returns {Node | null}
 */
function past(walker) {
  for (;;) {
    const next = walker.nextSibling();
    if (next) return next;
    if (!walker.parentNode()) return null;
  }
}

/**
 * @param {Element} frame
 * @returns {Document | null}
 */
function contentOf(frame) {
  try {
    return /** @type {HTMLIFrameElement} */ (frame).contentDocument;
  } catch {
    return null;
  }
}
