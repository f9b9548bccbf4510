/**
 * Tells when the person can truly see something of ours: what lifts a hold must not be a lure under which a page has slid it. Chromium
 * knows whether anything is drawn over it or has faded it; elsewhere, what a click there would hit is asked.
 */

/** Milliseconds that it must have been seen: a click meant for the page is no answer. */
const MOMENT = 400;

/** Milliseconds between two looks, the shortest that Chromium allows. */
const DELAY = 100;

const IS_KNOWN = "IntersectionObserverEntry" in globalThis && "isVisible" in IntersectionObserverEntry.prototype;

/**
 * @param {HTMLElement} shown
 * @param {(isSeen: boolean) => void} tell
 * @returns {() => void} Stops looking.
 */
export function whileSeen(shown, tell) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let moment;
  let isSeen = false;
  const notice = (/** @type {boolean} */ now) => {
    if (now === isSeen) return;
    isSeen = now;
    clearTimeout(moment);
    if (now) moment = setTimeout(tell, MOMENT, true);
    else tell(false);
  };
  const stop = IS_KNOWN ? observe(shown, notice) : ask(shown, notice);
  return () => {
    clearTimeout(moment);
    stop();
  };
}

/**
 * @param {HTMLElement} shown
 * @param {(isSeen: boolean) => void} notice
 */
function observe(shown, notice) {
  const options = { threshold: [0, 0.5, 1], trackVisibility: true, delay: DELAY };
  const observer = new IntersectionObserver((entries) => {
    const last = /** @type {(IntersectionObserverEntry & { isVisible?: boolean }) | undefined} */ (entries.at(-1));
    notice(last?.isVisible === true);
  }, options);
  observer.observe(shown);
  return () => observer.disconnect();
}

/**
 * @param {HTMLElement} shown
 * @param {(isSeen: boolean) => void} notice
 */
function ask(shown, notice) {
  const root = /** @type {ShadowRoot} */ (shown.getRootNode());
  const look = () => {
    const { left, top, width, height } = shown.getBoundingClientRect();
    const at = root.elementFromPoint(left + width / 2, top + height / 2);
    const page = document.elementFromPoint(left + width / 2, top + height / 2);
    notice(width > 0 && shown.contains(at) && page === root.host);
  };
  const timer = setInterval(look, DELAY);
  look();
  return () => clearInterval(timer);
}
