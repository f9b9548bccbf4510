/**
 * What is known of the site. Where its adapter says nothing, or its selectors no longer find anything, the generic way
 * takes over.
 *
 * @typedef {import("./types.ts").ComposerRule} ComposerRule
 */

import { ADDRESS, audienceOf } from "./composer/audience.js";
import { identityOf } from "./composer/identity.js";
import { countAround, isMeant, nearest } from "./composer/select.js";

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

  /** The ways to post that the adapter knows. */
  get rules() {
    return this.#site?.composers ?? [];
  }

  /** @param {HTMLElement} composer */
  isMirror(composer) {
    return this.#site?.mirrors !== undefined && isMeant(composer, this.#site.mirrors);
  }

  /** @param {HTMLElement} composer */
  audienceOf(composer) {
    return audienceOf(composer, this.#audienceFor(composer));
  }

  /**
   * The selector of the element that tells who reads this composer, if there is such an element.
   *
   * @param {HTMLElement} composer
   */
  audienceSelectorFor(composer) {
    const source = this.#audienceFor(composer);
    return typeof source === "object" && source.from !== ADDRESS ? source.from : null;
  }

  /** @param {HTMLElement} composer */
  #audienceFor(composer) {
    return this.ruleFor(composer)?.audience ?? this.#site?.audience;
  }

  /** @param {HTMLElement} composer */
  identityOf(composer) {
    return identityOf(composer, this.ruleFor(composer)?.identity ?? this.#site?.identity);
  }

  /**
   * What plain Enter does in this composer: `may-post` where that is a setting which the page does not show.
   *
   * @param {HTMLElement} composer
   * @returns {"posts" | "may-post" | "breaks"}
   */
  enterIn(composer) {
    const rule = this.ruleFor(composer);
    if (!rule && this.#isAdrift(composer)) return "may-post";
    // A page without an adapter, or with one that does not know, can still say so on the field itself.
    if (!rule?.keys) return composer.getAttribute("enterkeyhint") === "send" ? "posts" : "breaks";
    if (rule.keys.includes("enter")) return "posts";
    if (!rule.keys.includes("enter?") || (rule.newline && nearest(composer, rule.newline))) return "breaks";
    return "may-post";
  }

  /**
   * Whether this may be what a rule with Enter was meant for, since on this page no rule finds anything.
   *
   * @param {HTMLElement} composer
   */
  #isAdrift(composer) {
    const isEnterKnown = this.rules.some(({ keys }) => keys?.some((key) => key === "enter" || key === "enter?"));
    return isEnterKnown && this.rules.every((rule) => countAround(composer, rule.composer) === 0);
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
