/** Gives the site, after the decision, the gesture that it did not get. */

/** Milliseconds after which a page that has not stirred has ignored the gesture. */
const PATIENCE = 1_000;

/**
 * Never a key: a synthetic Enter does nothing in most editors, and two things in some.
 *
 * @param {import("./gestures.js").Posting} posting
 * @param {Event[]} swallowed What the site did not get.
 * @param {HTMLElement} composer
 * @returns {Promise<boolean>} Whether anything on the page moved in answer.
 */
export function replay({ form, submitter, button }, swallowed, composer) {
  if (form) {
    form.requestSubmit(submitter?.isConnected ? submitter : null);
    return Promise.resolve(true);
  }
  if (!button) return Promise.resolve(false);
  const stirs = stirring(composer);
  const pressed = swallowed.filter((event) => event instanceof MouseEvent);
  for (const event of pressed) button.dispatchEvent(again(event));
  if (!pressed.some((event) => event.type === "click")) button.click();
  return stirs;
}

/**
 * A button may post on any event of a press, and may tell a mouse from a keyboard by the details of the click; so it
 * gets the same events again and not just a click.
 *
 * @param {MouseEvent} event
 */
function again(event) {
  const Kind = event.type.startsWith("pointer") ? PointerEvent : MouseEvent;
  const { bubbles, cancelable, composed, detail, clientX, clientY, screenX, screenY, button, buttons } = event;
  const { ctrlKey, shiftKey, altKey, metaKey } = event;
  const { pointerId, pointerType, isPrimary } = /** @type {PointerEvent} */ (event);
  return new Kind(event.type, {
    ...{ bubbles, cancelable, composed, detail, clientX, clientY, screenX, screenY, button, buttons },
    ...{ ctrlKey, shiftKey, altKey, metaKey },
    ...(Kind === PointerEvent ? { pointerId, pointerType, isPrimary } : {}),
  });
}

/**
 * Whether the page around a composer changes soon.
 *
 * @param {HTMLElement} composer
 * @returns {Promise<boolean>}
 */
function stirring(composer) {
  // Only a field changes without a trace in the page; in an editor every change is one the observer sees.
  const value = () => /** @type {Partial<HTMLTextAreaElement>} */ (composer).value;
  const before = value();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => end(true));
    const timer = setTimeout(() => end(value() !== before || !composer.isConnected), PATIENCE);
    /** @param {boolean} isSeen */
    const end = (isSeen) => {
      observer.disconnect();
      clearTimeout(timer);
      resolve(isSeen);
    };
    const all = { subtree: true, childList: true, characterData: true, attributes: true };
    observer.observe(composer.getRootNode(), all);
  });
}
