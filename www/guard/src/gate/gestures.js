/**
 * Which gestures post, and what they post.
 *
 * @typedef {object} Posting A gesture that would post.
 * @property {HTMLElement[]} composers What it posts.
 * @property {HTMLElement | null} button What was pressed.
 * @property {HTMLFormElement | null} form What was submitted.
 * @property {HTMLElement | null} submitter
 * @property {boolean} [isUnsure] Whether it may only have been meant to make a new line.
 */

import { composerAt, composersIn, nearestFilled } from "../composer/find.js";
import { isBlank, read } from "../composer/read.js";
import { climb, elementsIn, targetOf } from "../composer/tree.js";
import { buttonAt, isButton, purposeOf } from "./button.js";

/** Past these, a button belongs to another post on the page, or to the way around the site. */
const BORDERS = "article, [role=article], nav, [role=navigation]";

/** A part of the page so wide says nothing about what belongs together. */
const MOST_STEPS = 6;

export class Gestures {
  #site;
  #shadowRootOf;
  /** @type {WeakMap<HTMLInputElement, boolean>} */
  #titles = new WeakMap();

  /**
   * @param {import("../site.js").Adapter} site
   * @param {import("../composer/tree.js").ShadowRootOf} shadowRootOf
   */
  constructor(site, shadowRootOf) {
    this.#site = site;
    this.#shadowRootOf = shadowRootOf;
  }

  /**
   * The composer that an event happens in.
   *
   * @param {Event} event
   */
  composerOf(event) {
    return composerAt(targetOf(event, this.#shadowRootOf), this.isTitle);
  }

  /**
   * The composer that has the focus, for a guard that comes later than the focus.
   *
   * @param {Element | null} focused
   */
  composerAt(focused) {
    return composerAt(focused, this.isTitle);
  }

  /**
   * @param {Event} event Of the kinds that the gate listens to.
   * @returns {Posting | null}
   */
  postingBy(event) {
    const target = targetOf(event, this.#shadowRootOf);
    if (!target) return null;
    if (event.type === "submit") return this.#bySubmit(/** @type {SubmitEvent} */ (event), target);
    if (event.type.startsWith("key")) return this.#byKey(/** @type {KeyboardEvent} */ (event), target);
    const { button } = /** @type {MouseEvent} */ (event);
    return button === undefined || button === 0 ? this.#byButton(target) : null;
  }

  /**
   * @param {Event} event
   * @param {HTMLElement} button
   */
  isAt(event, button) {
    return [...climb(targetOf(event, this.#shadowRootOf))].includes(button);
  }

  /**
   * The button that surely posts what a composer holds, for a gesture that cannot be repeated as it was.
   *
   * @param {HTMLElement} composer
   * @returns {HTMLElement | null}
   */
  buttonFor(composer) {
    const named = this.#site.submitFor(composer);
    if (named) return this.#pressedIn(named);
    let below = null;
    for (const node of climb(composer)) {
      const found = [...elementsIn(node, this.#shadowRootOf, below)].filter(
        (element) => isButton(element) && this.#surelyPosts(element) && isPressable(element),
      );
      if (found.length > 0) return found.length === 1 ? this.#pressedIn(/** @type {HTMLElement} */ (found[0])) : null;
      if (isBorder(node)) return null;
      below = node;
    }
    return null;
  }

  /**
   * A custom element may have its button inside, and listen there: a press of the person begins there too.
   *
   * @param {HTMLElement} button
   * @returns {HTMLElement}
   */
  #pressedIn(button) {
    const root = this.#shadowRootOf(button);
    if (!root) return button;
    const [inner, ...others] = [...elementsIn(root, this.#shadowRootOf, null)].filter(
      (element) => isButton(element) && isPressable(element),
    );
    return inner && others.length === 0 ? this.#pressedIn(/** @type {HTMLElement} */ (inner)) : button;
  }

  /**
   * A single line is a composer where the adapter says so, or where it stands with a composer or a button that posts: a
   * title, a chat. Elsewhere it is a name, a search, a setting.
   *
   * @param {HTMLInputElement} input
   */
  isTitle = (input) => {
    const known = this.#titles.get(input);
    if (known !== undefined) return known;
    const is = this.#site.ruleFor(input) !== null || this.#standsWithPosting(input);
    if (is) this.#titles.set(input, is);
    return is;
  };

  /** @param {HTMLInputElement} input */
  #standsWithPosting(input) {
    let below = null;
    let steps = 0;
    for (const node of climb(input)) {
      if (steps++ > MOST_STEPS || (below && isBorder(below))) return false;
      for (const element of elementsIn(node, this.#shadowRootOf, below)) {
        const composer = element !== input && element.localName !== "input" && composerAt(element, () => false);
        if (composer || (isButton(element) && this.#surelyPosts(element))) {
          return true;
        }
      }
      if (node === input.form) return false;
      below = node;
    }
    return false;
  }

  /** @param {Element} element */
  #surelyPosts(element) {
    return this.#site.isSubmit(element) || purposeOf(/** @type {HTMLElement} */ (element)) === "posts";
  }

  /**
   * @param {SubmitEvent} event
   * @param {Node} target
   * @returns {Posting | null}
   */
  #bySubmit(event, target) {
    const form = /** @type {HTMLFormElement} */ (target);
    const composers = new Set(this.#filledIn(form, null));
    for (const element of form.elements ?? []) {
      const composer = composerAt(element, this.isTitle);
      if (composer && isFilled(composer)) composers.add(composer);
    }
    return composers.size === 0
      ? null
      : { composers: [...composers], button: null, form, submitter: event.submitter ?? null };
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Node} target
   * @returns {Posting | null}
   */
  #byKey(event, target) {
    const composer = composerAt(target, this.isTitle);
    if (!composer) return event.ctrlKey || event.metaKey ? null : this.#byButton(target);
    if (event.type !== "keydown" || event.key !== "Enter" || !isFilled(composer)) return null;
    const effect = this.#effectOf(event, composer);
    if (effect === "breaks") return null;
    const isUnsure = effect === "may-post";
    return { composers: this.#together(composer), button: null, form: null, submitter: null, isUnsure };
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLElement} composer
   */
  #effectOf(event, composer) {
    if (event.ctrlKey || event.metaKey) return "posts";
    if (event.shiftKey || event.altKey) return "breaks";
    return composer.localName === "input" ? "posts" : this.#site.enterIn(composer);
  }

  /**
   * What is posted with a composer: a title and a text make one post.
   *
   * @param {HTMLElement} composer
   */
  #together(composer) {
    const frame = [...climb(composer)].find(isFormOrDialog);
    const button = frame ? null : this.buttonFor(composer);
    const others = frame ? this.#filledIn(frame, null) : button ? (this.#byButton(button)?.composers ?? []) : [];
    return [...new Set([composer, ...others])];
  }

  /**
   * @param {Node} target
   * @returns {Posting | null}
   */
  #byButton(target) {
    if (composerAt(target, this.isTitle)) return null;
    const named = [...climb(target)].find(
      (node) => "matches" in node && this.#site.isSubmit(/** @type {Element} */ (node)),
    );
    const button = /** @type {HTMLElement | null} */ (buttonAt(target) ?? named ?? null);
    if (!button) return null;
    const purpose = named ? "posts" : purposeOf(button);
    if (purpose === "helps") return null;
    const isOver = named ? () => false : isBorder;
    const around = nearestFilled(button, this.#filledIn, isOver);
    if (!around || (purpose === "unknown" && !this.#mayPost(button, around.composers))) return null;
    return { composers: around.composers, button, form: null, submitter: null };
  }

  /**
   * Whether a button without a telling name could be the one: it comes after what it would post, and the adapter does
   * not know a better one.
   *
   * @param {HTMLElement} button
   * @param {HTMLElement[]} composers
   */
  #mayPost(button, composers) {
    return composers.some((composer) => {
      if (this.#site.submitFor(composer)) return false;
      const place = composer.compareDocumentPosition(button);
      return Boolean(place & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_DISCONNECTED));
    });
  }

  /**
   * @param {Node} scope
   * @param {Node | null} except
   */
  #filledIn = (scope, except) =>
    composersIn(scope, this.#shadowRootOf, this.isTitle, except).filter(
      (composer) => !this.#site.isMirror(composer) && isFilled(composer),
    );
}

/** @param {HTMLElement} composer */
function isFilled(composer) {
  return !isBlank(read(composer).text);
}

/** @param {Node} node */
function isBorder(node) {
  return "matches" in node && /** @type {Element} */ (node).matches(BORDERS);
}

/** @param {Node} node */
function isFormOrDialog(node) {
  return "matches" in node && /** @type {Element} */ (node).matches("form, dialog, [role=dialog]");
}

/** @param {Element} element */
function isPressable(element) {
  return !element.matches(":disabled, [aria-disabled=true]") && (element.checkVisibility?.() ?? true);
}
