/**
 * Tells when the person can truly see something of ours: what lifts a hold must not be a lure under which a page has slid it. Chromium
 * knows whether anything is drawn over it or has faded it; elsewhere, what a click there would hit is asked.
 *
 * @typedef {"unsure" | "seen" | "hidden"} Sight Seen, or out of sight, for a moment; unsure until then.
 */

/** Milliseconds between two looks, the shortest that Chromium allows. */
const DELAY = 100;

/**
 * How many looks in a row must find it in view, or out of sight: a click meant for the page is no answer. A frame is drawn before
 * each look, so that a page that gives way and then keeps the browser busy has shown nothing, and gains nothing.
 */
const LOOKS = 4;

/** Pixels across that nothing can be read below. */
const SMALLEST = 180;

const IS_KNOWN = "IntersectionObserverEntry" in globalThis && "isVisible" in IntersectionObserverEntry.prototype;

/**
 * @param {HTMLDialogElement} shown A modal one.
 * @param {(sight: Sight) => void} tell
 * @returns {() => void} Stops looking.
 */
export function whileSeen(shown, tell) {
  const view = IS_KNOWN ? observed(shown) : asked(shown);
  let isSeen = false;
  let looks = 0;
  let frame = 0;
  // As long as the panel is open, and no longer.
  const later = () => setTimeout(() => (frame = requestAnimationFrame(look)), DELAY);
  const look = () => {
    timer = later();
    const now = isWhole(shown) && view.isClear();
    looks = now === isSeen ? looks + 1 : 0;
    isSeen = now;
    if (looks === 0) tell("unsure");
    if (looks === LOOKS) tell(isSeen ? "seen" : "hidden");
  };
  let timer = later();
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    view.stop();
  };
}

/**
 * Whether it is where it was put, in a size that can be read, and would act.
 *
 * @param {HTMLDialogElement} shown
 */
export function isWhole(shown) {
  const { host } = /** @type {ShadowRoot} */ (shown.getRootNode());
  const isHere = host.ownerDocument === document && host.closest("[inert]") === null;
  return isHere && shown.matches(":modal") && shown.getBoundingClientRect().width >= SMALLEST;
}

/**
 * What the browser itself knows: whether nothing is drawn over it, and nothing fades or moves it.
 *
 * @param {HTMLElement} shown
 */
function observed(shown) {
  let isClear = false;
  const options = { threshold: [0, 0.5, 1], trackVisibility: true, delay: DELAY };
  const observer = new IntersectionObserver((entries) => {
    const last = /** @type {(IntersectionObserverEntry & { isVisible?: boolean }) | undefined} */ (entries.at(-1));
    isClear = last?.isVisible === true;
  }, options);
  observer.observe(shown);
  return { isClear: () => isClear, stop: () => observer.disconnect() };
}

/**
 * What can be asked where the browser does not tell: whether a click in the middle would hit it, and whether the page has raised
 * anything above it since. What is raised is inert beside a modal dialog, and lets clicks through while it covers it.
 *
 * @param {HTMLElement} shown
 */
function asked(shown) {
  const before = new Set(raised());
  const isClear = () =>
    isHit(shown) && !("activeViewTransition" in document && document.activeViewTransition) && !raised().some(isNew);
  const isNew = (/** @type {Element} */ element) => !before.has(element);
  return { isClear, stop() {} };
}

const raised = () => [...document.querySelectorAll(":popover-open, :modal, :fullscreen")];

/** @param {HTMLElement} shown */
function isHit(shown) {
  const root = /** @type {ShadowRoot} */ (shown.getRootNode());
  const { left, top, width, height } = shown.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return shown.contains(root.elementFromPoint(x, y)) && document.elementFromPoint(x, y) === root.host;
}
