/**
 * Tells the host what the person decided where the policy had something to say: by rule, and without a word of the draft.
 *
 * @typedef {import("./composer/watch.js").Judged} Judged
 * @typedef {import("./types.ts").Decision} Decision
 */

export class Decisions {
  #site;
  #tell;
  /** What was told last of each verdict: a gesture is made of several events, and counts once. */
  #told = new WeakMap();

  /**
   * @param {string} site
   * @param {((decisions: Decision[]) => void) | undefined} tell
   */
  constructor(site, tell) {
    this.#site = site;
    this.#tell = tell;
  }

  /**
   * @param {Judged[]} judged
   * @param {Decision["decision"]} decision
   */
  made(judged, decision) {
    const fresh = judged.filter(({ verdict }) => this.#told.get(verdict) !== decision);
    for (const { verdict } of fresh) this.#told.set(verdict, decision);
    const decisions = fresh.flatMap(({ draft: { audience }, verdict }) =>
      verdict.reasons.map(({ rule, action }) => ({ rule, action, decision, audience, site: this.#site })),
    );
    if (decisions.length > 0) this.#tell?.(decisions);
  }
}
