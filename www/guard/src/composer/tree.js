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
 * Wraps the host's way into closed shadow roots so that it is asked only where there can be one.
 *
 * @param {ShadowRootOf | undefined} dig
 * @returns {ShadowRootOf}
 */
export function shadowRoots(dig) {
  if (!dig) return (element) => element.shadowRoot;
  return (element) => {
    if (element.shadowRoot) return element.shadowRoot;
    if (!element.localName.includes("-") && !HOSTS.has(element.localName)) return null;
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
  const { assignedSlot, host } = /** @type {{ assignedSlot?: Element | null, host?: Element }} */ (node);
  return assignedSlot ?? node.parentNode ?? host ?? null;
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
 * The elements under a node in tree order, into shadow roots and frames of the same origin.
 *
 * @param {ParentNode & Node} scope
 * @param {ShadowRootOf} shadowRootOf
 * @param {Node | null} [except] A part already looked at.
 * @returns {Generator<Element>}
 */
export function* elementsIn(scope, shadowRootOf, except = null) {
  const budget = { left: MOST_ELEMENTS };
  yield* walk(scope, shadowRootOf, except, budget);
}

/**
 * @param {ParentNode & Node} scope
 * @param {ShadowRootOf} shadowRootOf
 * @param {Node | null} except
 * @param {{ left: number }} budget
 * @returns {Generator<Element>}
 */
function* walk(scope, shadowRootOf, except, budget) {
  for (const element of roots(scope, shadowRootOf)) {
    if (element === except || budget.left <= 0) continue;
    budget.left -= 1;
    if (element.nodeType === Node.ELEMENT_NODE) yield/** @type {Element} */ (element);
    yield* walk(element, shadowRootOf, except, budget);
  }
}

/**
 * What lies one step below a node: its children, its shadow root, the document in its frame.
 *
 * @param {ParentNode & Node} node
 * @param {ShadowRootOf} shadowRootOf
 * @returns {Generator<ParentNode & Node>}
 */
function* roots(node, shadowRootOf) {
  if (node.nodeType === Node.ELEMENT_NODE) {
    const element = /** @type {Element} */ (node);
    const root = shadowRootOf(element);
    if (root) yield root;
    const inner = element.localName === "iframe" ? contentOf(element) : null;
    if (inner) yield inner;
  }
  for (let child = node.firstElementChild; child; child = child.nextElementSibling) yield child;
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
