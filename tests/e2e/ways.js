/** The ways a draft can go, each walked on many pages. */

import assert from "node:assert/strict";
import { address, citizen, codename, harmless, token } from "./drafts.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("../pages/catalogue.js").Gesture} Gesture
 */

/** Without a guard: whatever is posted arrives once. A page for which this is not so would prove nothing. */
export async function unguarded(/** @type {Visit} */ visit, /** @type {Gesture} */ gesture) {
  await visit.write(codename(1));
  await visit.post(gesture);
  await visit.arrives(codename(1));
}

/**
 * The whole way: a sensitive draft is held, and arrives once corrected; another is held, and arrives as it was when the
 * person insists; a harmless one just arrives. That last is the fence too: it must be the very next post that the page
 * sends, so nothing of what was held can still have been under way.
 */
export async function whole(/** @type {Visit} */ visit, /** @type {Gesture} */ gesture) {
  await visit.write(codename(1));
  await visit.post(gesture);
  await corrects(visit, gesture, await visit.isHeld(codename(1)), harmless(2));
  await visit.write(codename(3));
  await visit.post(gesture);
  const panel = await visit.isHeld(codename(3));
  assert.match(await panel.text(), /2\.1/, "the panel names the clause");
  await insists(visit, gesture, panel, codename(3));
  await passes(visit, gesture, harmless(4));
}

/** `justify`: it takes a reason. `block`: nothing helps but another text. `advise`: nothing stops. */
export async function everyAction(/** @type {Visit} */ visit, /** @type {Gesture} */ gesture) {
  await visit.write(citizen(1));
  await visit.post(gesture);
  const justify = await visit.isHeld(citizen(1));
  assert.match(await justify.text(), /1\.1/);
  assert.equal(await justify.isReady("anyway"), false, "posting waits for the reason");
  await justify.giveReason("It is my own number");
  await insists(visit, gesture, justify, citizen(1));

  await visit.write(token(2));
  await visit.post(gesture);
  const block = await visit.isHeld(token(2));
  assert.match(await block.text(), /3\.1/);
  assert.equal(await block.offers("anyway"), false, "a block leaves no way but to change the text");
  await corrects(visit, gesture, block, harmless(3));

  await passes(visit, gesture, address(4));
}

/** By the keyboard alone, from the first letter to the post; Escape means to change the text. */
export async function byKeyboard(/** @type {Visit} */ visit, /** @type {Gesture} */ gesture) {
  await visit.write(codename(1));
  await visit.post(gesture);
  await visit.isHeld(codename(1));
  await visit.hands.page.keyboard.press("Escape");
  await visit.panelCloses();
  await visit.post(gesture);
  const again = await visit.isHeld(codename(1));
  await again.pressByKeyboard("anyway");
  await visit.arrives(codename(1));
  await passes(visit, gesture, harmless(2));
}

/** A pass is for one post: the same text, written again, is held again. */
export async function passIsSpent(/** @type {Visit} */ visit, /** @type {Gesture} */ gesture) {
  for (const _ of ["first", "second"]) {
    await visit.write(codename(1));
    await visit.post(gesture);
    await insists(visit, gesture, await visit.isHeld(codename(1)), codename(1));
  }
  await passes(visit, gesture, harmless(2));
}

/** Writes and posts a draft that nothing may stop. */
export async function passes(/** @type {Visit} */ visit, /** @type {Gesture} */ gesture, /** @type {string} */ draft) {
  await visit.write(draft);
  await visit.post(gesture);
  await visit.postAgainIfAsked(gesture);
  await visit.arrives(draft);
}

/** Posts what the panel holds, as it is. */
export async function insists(
  /** @type {Visit} */ visit,
  /** @type {Gesture} */ gesture,
  /** @type {import("./panel.js").Panel} */ panel,
  /** @type {string} */ draft,
) {
  await panel.press("anyway");
  await visit.postAgainIfAsked(gesture);
  await visit.arrives(draft);
}

/** Goes from the panel back to the words, writes something else at once, with no click, and posts it. */
export async function corrects(
  /** @type {Visit} */ visit,
  /** @type {Gesture} */ gesture,
  /** @type {import("./panel.js").Panel} */ panel,
  /** @type {string} */ draft,
) {
  await panel.press("change");
  await visit.panelCloses();
  await visit.rewrite(draft);
  await visit.post(gesture);
  await visit.postAgainIfAsked(gesture);
  await visit.arrives(draft);
}
