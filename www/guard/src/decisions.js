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
   * @returns {Decision[]} Those that are new.
   */
  made(judged, decision) {
    const fresh = judged.filter(({ verdict }) => this.#told.get(verdict) !== decision);
    for (const { verdict } of fresh) this.#told.set(verdict, decision);
    const decisions = fresh.flatMap(({ draft, verdict }) =>
      verdict.reasons.map((reason) => this.#decision(reason, draft, decision)),
    );
    if (decisions.length > 0) this.#tell?.(decisions);
    return decisions;
  }

  /**
   * The person says of a remark that it is wrong.
   *
   * @param {import("./panel/remarks.js").Remark} remark
   */
  corrected({ reason, draft }) {
    this.#tell?.([this.#decision(reason, draft, "corrected")]);
  }

  /**
   * @param {import("./types.ts").Reason} reason
   * @param {import("./composer/watch.js").Draft} draft
   * @param {Decision["decision"]} decision
   * @returns {Decision}
   */
  #decision({ rule, action }, { audience }, decision) {
    return { rule, action, decision, audience, site: this.#site };
  }
}
