/**
 * One guard per frame, whatever happens to the extension under an open page.
 *
 * - The script is injected twice (the browser does it, and the background does it for pages that were already open):
 *   the second finds the first in the world they share, and leaves.
 * - The extension is reloaded or updated: in Chromium the old script lives on, cut off from everything, in a world the
 *   new one cannot reach. The new one calls out; the old one, finding itself cut off, stands down. A page can call out
 *   too, but a script that is not cut off does not listen.
 */

/** The name of the call. A page can see it pass, so it says nothing of what it is for. */
const CALL = "successor";

/** Shared by the scripts of one extension in one frame, and by nobody else. */
const world = /** @type {typeof globalThis & { guarded?: boolean }} */ (globalThis);

/**
 * Starts a guard in this frame, unless there is one.
 * @param {() => { stop(): void }} start
 * @param {() => boolean} isCutOff whether the extension this script came with is gone
 * @param {EventTarget} air where calls are heard; it must outlive `document.open()`, which a window's listeners do not
 * @returns {(() => void) | undefined} stops the guard; nothing where there was one already
 */
export function succeed(start, isCutOff, air) {
  if (world.guarded) return undefined;
  world.guarded = true;
  air.dispatchEvent(new Event(CALL));
  const guard = start();

  function heed() {
    if (isCutOff()) stop();
  }

  function stop() {
    air.removeEventListener(CALL, heed);
    guard.stop();
    world.guarded = false;
  }

  air.addEventListener(CALL, heed);
  return stop;
}
