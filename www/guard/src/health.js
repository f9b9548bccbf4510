/**
 * Whether the site's adapter still fits the page. It is looked at when something is posted, since a site need not show
 * its button or its audience before; a site that has changed must not go unseen.
 *
 * @typedef {import("./types.ts").Health} Health
 * @typedef {import("./types.ts").HealthPart} HealthPart
 */

import { countAround } from "./composer/select.js";

export class HealthCheck {
  #site;
  #onChange;
  /** What was found last, by the rule. @type {Map<string | null, string>} */
  #last = new Map();
  /** The rules that do not fit. @type {Set<string | null>} */
  #drifted = new Set();

  /**
   * @param {import("./site.js").Adapter} site
   * @param {(health: Health) => void} onChange
   */
  constructor(site, onChange) {
    this.#site = site;
    this.#onChange = onChange;
  }

  get isDrifted() {
    return this.#drifted.size > 0;
  }

  /** @param {HTMLElement} composer One that is posted from. */
  check = (composer) => {
    if (this.#site.rules.length === 0) return;
    const rule = this.#site.ruleFor(composer);
    const parts = rule ? this.#partsOf(rule, composer) : this.#missed(composer);
    const found = JSON.stringify(parts);
    const key = rule?.id ?? null;
    if (this.#last.get(key) === found) return;
    this.#last.set(key, found);
    if (parts.every((part) => part.works)) this.#drifted.delete(key);
    else this.#drifted.add(key);
    this.#onChange({ site: this.#site.id, rule: key, parts });
  };

  /**
   * @param {import("./site.js").ComposerRule} rule
   * @param {HTMLElement} composer
   * @returns {HealthPart[]}
   */
  #partsOf(rule, composer) {
    const audience = this.#site.audienceSelectorFor(composer);
    const count = (/** @type {string} */ selector) => countAround(composer, selector);
    const submit = (rule.submit ?? []).map((selector) => ({ selector, found: count(selector) }));
    // Several selectors for one button are for several editions of the site: one of them suffices.
    const isThere = submit.some(({ found }) => found > 0);
    return [
      { part: "composer", selector: rule.composer, found: count(rule.composer), works: true },
      ...submit.map((one) => ({ part: /** @type {const} */ ("submit"), ...one, works: isThere })),
      ...(audience
        ? [
            {
              part: /** @type {const} */ ("audience"),
              selector: audience,
              found: count(audience),
              works: this.#site.audienceOf(composer).isKnown,
            },
          ]
        : []),
    ];
  }

  /**
   * A composer that no rule knows may be a small matter beside those that matter, such as a profile. Where none of the
   * rules finds anything, it is what they were meant to find.
   *
   * @param {HTMLElement} composer
   * @returns {HealthPart[]}
   */
  #missed(composer) {
    const rules = this.#site.rules.map((rule) => ({
      selector: rule.composer,
      found: countAround(composer, rule.composer),
    }));
    const works = rules.some(({ found }) => found > 0);
    return rules.map((rule) => ({ part: /** @type {const} */ ("composer"), ...rule, works }));
  }
}
