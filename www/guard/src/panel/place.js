/**
 * Where the panel goes: beside the composer, so that the words it speaks of stay in view, and over it only where the window
 * has no room for both.
 *
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box Pixels in the window.
 * @typedef {{ width: number, height: number }} Size
 */

/** In letters' heights: what a panel needs across and down to be read. */
const [NARROWEST, LOWEST] = [20, 18];

/**
 * Below the composer, above it, or at a side of it: the first that has room for all of the panel, else the one that leaves it
 * the most room to scroll in.
 *
 * @param {Box} composer
 * @param {Size} view The window.
 * @param {Size} panel As large as it would like to be.
 * @param {number} letter The height of a letter, in pixels; as far the panel stays from all that is around it.
 * @returns {Record<string, string> | null} Styles of the panel; nothing where no place has room.
 */
export function placeFor(composer, view, panel, letter) {
  const across = within((composer.left + composer.right - panel.width) / 2, 0, view.width - panel.width);
  const tall = view.height - 2 * letter;
  const under = Math.max(0, composer.bottom) + letter;
  const over = view.height - Math.min(view.height, composer.top) + letter;
  const toRight = Math.min(panel.width, view.width - composer.right - 2 * letter);
  const toLeft = Math.min(panel.width, composer.left - 2 * letter);
  // What is narrower is taller.
  const beside = (/** @type {number} */ left, /** @type {number} */ width) => {
    const needed = Math.min(tall, (panel.height * panel.width) / Math.max(1, width));
    const top = within(composer.top, letter, view.height - letter - needed);
    return { left, top, bottom: null, width, height: view.height - letter - top };
  };
  // Where the panel is as wide as the window, it stands on the window's lower edge.
  const below = panel.width < view.width ? { top: under, bottom: null } : { top: null, bottom: 0 };
  const places = [
    { left: across, ...below, width: panel.width, height: view.height - letter - under },
    { left: across, top: null, bottom: over, width: panel.width, height: view.height - letter - over },
    beside(composer.right + letter, toRight),
    beside(composer.left - letter - toLeft, toLeft),
  ];
  const isWhole = (/** @type {Size} */ room) => room.width >= panel.width && room.height >= panel.height;
  const isRoomy = (/** @type {Size} */ room) =>
    room.width >= Math.min(panel.width, NARROWEST * letter) && room.height >= LOWEST * letter;
  const place = places.find(isWhole) ?? places.filter(isRoomy).sort((a, b) => b.height - a.height)[0];
  if (!place) return null;
  const { left, top, bottom, width, height } = place;
  const pixels = { left, top, bottom, width, "max-height": height };
  const styles = Object.entries(pixels).map(([name, value]) => [name, value === null ? "auto" : `${value}px`]);
  return { margin: "0", right: "auto", ...Object.fromEntries(styles) };
}

const within = (/** @type {number} */ wanted, /** @type {number} */ least, /** @type {number} */ most) =>
  Math.max(least, Math.min(wanted, most));

/**
 * Keeps a panel at its place for as long as it is open: the page may scroll under it, and the window may change.
 *
 * @param {HTMLDialogElement} dialog A modal one, just shown.
 * @param {HTMLElement} composer
 * @returns {() => void} Lets it go.
 */
export function keepBeside(dialog, composer) {
  let frame = 0;
  const put = () => {
    frame = 0;
    dialog.removeAttribute("style");
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    const letter = Number.parseFloat(getComputedStyle(dialog).fontSize);
    const place = placeFor(composer.getBoundingClientRect(), view, dialog.getBoundingClientRect(), letter);
    for (const [name, value] of Object.entries(place ?? {})) dialog.style.setProperty(name, value);
  };
  const follow = () => {
    frame ||= requestAnimationFrame(put);
  };
  put();
  window.addEventListener("scroll", follow, { capture: true, passive: true });
  window.addEventListener("resize", follow, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    window.removeEventListener("scroll", follow, { capture: true });
    window.removeEventListener("resize", follow);
  };
}
