/**
 * A one-time permission for exactly these drafts, in these composers, for these audiences.
 *
 * @typedef {object} Passable What a pass is bound to.
 * @property {HTMLElement} composer
 * @property {string} text
 * @property {string} audience
 */

/** Milliseconds that a pass lives. */
const LIFE = 30_000;

export class Pass {
  #drafts;
  #until;

  /**
   * @param {readonly Passable[]} drafts
   * @param {number} now `performance.now()`
   */
  constructor(drafts, now) {
    this.#drafts = drafts.map(({ composer, text, audience }) => ({ composer, text, audience }));
    this.#until = now + LIFE;
  }

  /**
   * Whether all of these may go. A part of what the pass was given for may: the site can have taken a title already.
   *
   * @param {readonly Passable[]} drafts
   * @param {number} now
   */
  admits(drafts, now) {
    return now < this.#until && drafts.every((draft) => this.#drafts.some((held) => isSame(held, draft)));
  }

  /**
   * Whether something else is in one of the composers by now, so that the permission is over.
   *
   * @param {Passable} draft
   */
  isOverBy(draft) {
    return this.#drafts.some((held) => held.composer === draft.composer && !isSame(held, draft));
  }
}

/**
 * A site can put a new composer in the place of the old one between the warning and the pass; the old one is then off
 * the page, and the same text for the same audience is the same draft.
 *
 * @param {Passable} held
 * @param {Passable} draft
 */
function isSame(held, draft) {
  const sameComposer = held.composer === draft.composer || !held.composer.isConnected;
  return sameComposer && held.text === draft.text && held.audience === draft.audience;
}
