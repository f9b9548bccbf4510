/**
 * What is known of the site. Where its adapter says nothing, or its selectors no longer find anything, the generic way
 * takes over.
 *
 * @typedef {import("./types.ts").ComposerRule} ComposerRule
 */

import { audienceOf } from "./composer/audience.js";
import { isMeant, nearest } from "./composer/select.js";

export class Adapter {
  #site;
  /** The name by which rules know the site: the adapter's, else the host's. */
  id;

  /**
   * @param {import("./types.ts").Site | undefined} site
   * @param {string} host
   */
  constructor(site, host) {
    this.#site = site;
    this.id = site?.id ?? host;
  }

  /** The name by which people know the site. */
  get name() {
    return this.#site?.name ?? this.id;
  }

  /**
   * @param {HTMLElement} composer
   * @returns {ComposerRule | null}
   */
  ruleFor(composer) {
    return this.#site?.composers.find((rule) => isMeant(composer, rule.composer)) ?? null;
  }

  /** @param {HTMLElement} composer */
  audienceOf(composer) {
    return audienceOf(composer, this.ruleFor(composer)?.audience ?? this.#site?.audience);
  }

  /**
   * Whether plain Enter posts from this composer.
   *
   * @param {HTMLElement} composer
   */
  postsByEnter(composer) {
    return this.ruleFor(composer)?.keys?.includes("enter") ?? false;
  }

  /**
   * Whether the adapter names this element as one that posts.
   *
   * @param {Element} element
   */
  isSubmit(element) {
    return this.#site?.composers.some((rule) => rule.submit?.some((selector) => isMeant(element, selector))) ?? false;
  }

  /**
   * The element that the adapter names for posting what this composer holds, if the page has it.
   *
   * @param {HTMLElement} composer
   * @returns {HTMLElement | null}
   */
  submitFor(composer) {
    const selectors = this.ruleFor(composer)?.submit?.join(", ");
    return selectors ? nearest(composer, selectors) : null;
  }
}
