/**
 * Finding things as the DevTools protocols see them: through open shadow roots, and through closed ones, which the page
 * itself cannot enter. This is the only file that knows how each browser does that, and it leans on parts of
 * puppeteer that are not documented; hence its exact version in package.json.
 */

/**
 * @typedef {import("puppeteer-core").Frame} Frame
 * @typedef {import("puppeteer-core").ElementHandle<any>} Handle
 */

/** Levels of a document to look through: all of it, or only what stands beside its body. */
const DEPTH = { anywhere: { cdp: -1, bidi: 100 }, "beside body": { cdp: 1, bidi: 2 } };

/**
 * The closed shadow roots of a frame's document.
 *
 * @param {any} frame
 * @param {keyof typeof DEPTH} where
 * @returns {Promise<Handle[]>}
 */
export function closedRoots(frame, where = "anywhere") {
  return frame.browsingContext ? closedByBidi(frame, DEPTH[where].bidi) : closedByCdp(frame, DEPTH[where].cdp);
}

async function closedByCdp(/** @type {any} */ frame, /** @type {number} */ depth) {
  const realm = frame.isolatedRealm();
  const root = await realm.evaluateHandle(() => document.documentElement);
  const { node } = await frame.client.send("DOM.describeNode", { objectId: root.id, depth, pierce: true });
  /** @type {number[]} */
  const closed = [];
  const own = (/** @type {any} */ parent) => {
    for (const shadow of parent.shadowRoots ?? []) {
      if (shadow.shadowRootType === "closed") closed.push(shadow.backendNodeId);
      own(shadow);
    }
    for (const child of parent.children ?? []) own(child);
  };
  own(node);
  return Promise.all(closed.map((id) => realm.adoptBackendNode(id)));
}

async function closedByBidi(/** @type {any} */ frame, /** @type {number} */ depth) {
  const realm = frame.isolatedRealm();
  const { result } = await realm.realm.callFunction("() => document.documentElement", false, {
    serializationOptions: { maxDomDepth: depth, includeShadowTree: "all", maxObjectDepth: 0 },
  });
  /** @type {any[]} */
  const closed = [];
  const own = (/** @type {any} */ node) => {
    const { shadowRoot, children } = node?.value ?? {};
    if (shadowRoot?.value.mode === "closed") closed.push(shadowRoot);
    for (const child of [shadowRoot, ...(children ?? [])]) if (child?.type === "node") own(child);
  };
  own(result);
  return closed.map((node) => realm.createHandle(node));
}

/**
 * The first visible element that matches the first of the selectors that any matches, through all shadow roots.
 *
 * @param {Frame} frame
 * @param {...string} selectors
 * @returns {Promise<Handle>}
 */
export async function find(frame, ...selectors) {
  const inDocument = await first(await frame.evaluateHandle(() => document), selectors);
  if (inDocument) return inDocument;
  for (const root of await closedRoots(frame)) {
    const inside = await first(root, selectors);
    if (inside) return inside;
  }
  throw new Error(`nothing on the page matches ${selectors.join(" or ")}`);
}

async function first(/** @type {any} */ root, /** @type {string[]} */ selectors) {
  const found = await root.evaluateHandle((/** @type {ParentNode} */ start, /** @type {string[]} */ wanted) => {
    for (const selector of wanted) {
      const places = [start];
      for (const place of places) {
        for (const element of place.querySelectorAll(selector)) if (element.checkVisibility()) return element;
        for (const element of place.querySelectorAll("*")) if (element.shadowRoot) places.push(element.shadowRoot);
      }
    }
    return null;
  }, selectors);
  return found.asElement();
}
