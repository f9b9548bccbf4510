/**
 * The moment between the gesture that posts and the site receiving it. A post is never swallowed, doubled, changed, or
 * let past unread.
 *
 * @typedef {import("./gestures.js").Posting} Posting
 * @typedef {import("../composer/watch.js").Draft} Draft
 * @typedef {import("../composer/watch.js").Judged} Judged
 *
 * @typedef {object} Gesture From the press to the last event it causes.
 * @property {Event[]} swallowed The events that the site did not get, in order.
 * @property {Posting | null} held What it would have posted.
 * @property {Pass | null} pass
 * @property {Posting | null} posting What the press would post, as found when it began.
 * @property {boolean} isClicked
 * @property {boolean} isSubmitted
 * @property {boolean} isDecided
 *
 * @typedef {object} Host What the gate asks of the guard.
 * @property {(composers: HTMLElement[]) => void} gated Something is about to be posted from these.
 * @property {(judged: Judged[]) => Promise<"post" | "change">} ask
 * @property {() => void} insist The person is still to answer.
 * @property {(drafts: Draft[]) => Promise<"post" | "hold">} unanswered The engine has no answer: what now?
 * @property {(drafts: Draft[], answer: "post" | "hold") => void} said What was done without an answer, to be told.
 * @property {(drafts: Draft[]) => void} passed The drafts go to the site.
 * @property {(composer: HTMLElement) => boolean} isPaused Whether what it holds is to be left alone.
 * @property {(composer: HTMLElement) => void} pressAgain The site may have ignored the repeated gesture.
 */

import { stops } from "../actions.js";
import { isBlank } from "../composer/read.js";
import { within } from "../composer/watch.js";
import { Pass } from "./pass.js";
import { replay } from "./replay.js";

/** What a press of a button consists of. */
const PRESSING = ["pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend", "click"];

/** The kinds of events that can make a site post. */
export const GATED = [...PRESSING, "keydown", "keypress", "keyup", "submit"];

/** Milliseconds that a gesture waits for a text that keeps changing. */
const LONGEST_HOLD = 4_000;

export class Gate {
  #gestures;
  #watch;
  #host;
  /** @type {Gesture} */
  #gesture = begin();
  /** @type {Pass | null} */
  #pass = null;
  /** What is held while it is decided upon. @type {Posting | null} */
  #deciding = null;
  /** The key that is down, and whose press the site did not get. @type {string | null} */
  #key = null;

  /**
   * @param {import("./gestures.js").Gestures} gestures
   * @param {import("../composer/watch.js").Watch} watch
   * @param {Host} host
   */
  constructor(gestures, watch, host) {
    this.#gestures = gestures;
    this.#watch = watch;
    this.#host = host;
  }

  /**
   * Lets an event through untouched, or stops it for good.
   *
   * @param {Event} event One of `GATED`, in the capture phase at `window`.
   */
  handle(event) {
    if (event.type.startsWith("key") && !isPostingKey(/** @type {KeyboardEvent} */ (event))) return;
    if (this.#isRestOfKey(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const gesture = this.#track(event);
    if (gesture.held) {
      if (isLast(event)) this.#host.gated(gesture.held.composers);
      this.#swallow(event, gesture);
      return;
    }
    const posting = this.#postingBy(event, gesture) ?? this.#decidingAt(event);
    if (!posting) return;
    if (isLast(event)) this.#host.gated(posting.composers);
    const drafts = this.#draftsOf(posting);
    if (this.#deciding) {
      this.#swallow(event, gesture, posting);
      this.#host.insist();
    } else if (this.#admits(drafts, gesture) || this.#isFine(drafts)) this.#letThrough(event, drafts);
    else this.#swallow(event, gesture, posting);
  }

  /**
   * Something has been read in a composer: a pass for what was there before is over.
   *
   * @param {Draft} draft
   */
  noticed(draft) {
    if (this.#pass?.isOverBy(draft)) this.#pass = null;
  }

  /**
   * Something is about to be put into a composer: what was given leave for has gone from there if it holds something else, or
   * nothing, even if the same comes back at one stroke.
   *
   * @param {HTMLElement} composer
   */
  reconsider(composer) {
    if (this.#pass) this.noticed(this.#watch.draftOf(composer));
  }

  /**
   * A key may be let go long after its press was decided upon and given to the site in another form.
   *
   * @param {Event} event
   */
  #isRestOfKey(event) {
    if (!event.isTrusted || !event.type.startsWith("key")) return false;
    const { key } = /** @type {KeyboardEvent} */ (event);
    const isRest = key === this.#key && (event.type === "keyup" || isRepeat(event));
    if (!isRest || event.type === "keyup") this.#key = null;
    return isRest;
  }

  /** @param {Event} event */
  #track(event) {
    const isPress = event.type === "pointerdown" || (event.type === "keydown" && !isRepeat(event));
    const isAgain =
      (event.type === "click" && this.#gesture.isClicked) || (event.type === "submit" && this.#gesture.isSubmitted);
    if ((isPress && event.isTrusted) || isAgain) this.#gesture = begin();
    if (event.type === "click") this.#gesture.isClicked = true;
    if (event.type === "submit") this.#gesture.isSubmitted = true;
    return this.#gesture;
  }

  /**
   * Looking for composers around a button goes through much of the page. So it is done when a press begins and when it ends,
   * and not for the events between.
   *
   * @param {Event} event
   * @param {Gesture} gesture
   */
  #postingBy(event, gesture) {
    const isBetween = PRESSING.includes(event.type) && event.type !== "pointerdown" && !isLast(event);
    if (!isBetween) gesture.posting = this.#gestures.postingBy(event);
    const { button } = gesture.posting ?? {};
    return isBetween && button && !this.#gestures.isAt(event, button) ? null : gesture.posting;
  }

  /**
   * What is held stays held, also while the page hides the composer, which then holds nothing that anyone could see.
   *
   * @param {Event} event
   */
  #decidingAt(event) {
    const { button, form } = this.#deciding ?? {};
    const isIt = event.type === "submit" ? event.target === form : button && this.#gestures.isAt(event, button);
    return isIt ? this.#deciding : null;
  }

  /** @param {Posting} posting */
  #draftsOf(posting) {
    const composers = posting.composers.filter((one) => !this.#host.isPaused(one));
    return composers.map((one) => this.#watch.draftOf(one)).filter((draft) => !isBlank(draft.text));
  }

  /**
   * @param {Draft[]} drafts
   * @param {Gesture} gesture
   */
  #admits(drafts, gesture) {
    const now = performance.now();
    if (gesture.pass?.admits(drafts, now)) return true;
    if (!this.#pass?.admits(drafts, now)) return false;
    gesture.pass = this.#pass;
    this.#pass = null;
    return true;
  }

  /** @param {Draft[]} drafts */
  #isFine(drafts) {
    return drafts.every((draft) => {
      const judged = this.#watch.verdictOn(draft);
      return judged !== null && !stops(judged.verdict.action);
    });
  }

  /**
   * @param {Event} event
   * @param {Draft[]} drafts
   */
  #letThrough(event, drafts) {
    if (isLast(event)) this.#host.passed(drafts);
  }

  /**
   * @param {Event} event
   * @param {Gesture} gesture
   * @param {Posting} [posting] What the gesture would post, when this is the event that tells.
   */
  #swallow(event, gesture, posting) {
    // A prevented pointerdown takes the mouse events with it, and the site could then not be given what it missed.
    if (!event.type.startsWith("pointer") && !event.type.startsWith("touch")) event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "keydown") this.#key = /** @type {KeyboardEvent} */ (event).key;
    gesture.swallowed.push(event);
    if (posting) {
      gesture.held = posting;
      // The verdict may well be there when the button is let go.
      this.#watch.settle(posting.composers).catch(() => {});
    }
    if (!gesture.held || gesture.isDecided || !isLast(event)) return;
    gesture.isDecided = true;
    // A press that is drawn away from the button and let go elsewhere ends in a click beside it.
    const { button } = gesture.held;
    if (event.type !== "click" || !button || this.#gestures.isAt(event, button)) {
      void this.#decide(gesture.held, gesture.swallowed);
    }
  }

  /**
   * @param {Posting} posting
   * @param {Event[]} swallowed
   */
  async #decide(posting, swallowed) {
    if (this.#deciding) return;
    this.#deciding = posting;
    try {
      const known = this.#draftsOf(posting).map((draft) => this.#watch.verdictOn(draft));
      const judged = known.every((one) => one !== null)
        ? known
        : await within(LONGEST_HOLD, this.#watch.settle(posting.composers));
      const stopping = judged.filter((one) => stops(one.verdict.action) && !this.#host.isPaused(one.draft.composer));
      const answer = stopping.length > 0 ? await this.#host.ask(stopping) : "post";
      if (answer === "post")
        this.#post(
          posting,
          judged.map((one) => one.draft),
          swallowed,
        );
    } catch {
      const drafts = this.#draftsOf(posting);
      const answer = await this.#host.unanswered(drafts);
      if (answer === "post") this.#post(posting, drafts, swallowed);
      this.#host.said(drafts, answer);
    } finally {
      this.#deciding = null;
    }
  }

  /**
   * @param {Posting} posting
   * @param {Draft[]} drafts What the permission is for.
   * @param {Event[]} swallowed
   */
  #post(posting, drafts, swallowed) {
    this.#deciding = null;
    const composer = drafts[0]?.composer ?? posting.composers[0];
    if (!composer) return;
    const isRepeatable = !posting.form && !posting.isUnsure;
    const button = posting.button ?? (isRepeatable ? this.#gestures.buttonFor(composer) : null);
    this.#gesture = begin(new Pass(drafts, performance.now()));
    this.#pass = new Pass(drafts, performance.now());
    if (!button && !posting.form) {
      this.#host.pressAgain(composer);
      return;
    }
    void replay({ ...posting, button }, swallowed, composer).then((isSeen) => {
      if (!isSeen) this.#host.pressAgain(composer);
    });
  }
}

/**
 * @param {Pass | null} [pass]
 * @returns {Gesture}
 */
function begin(pass = null) {
  return { swallowed: [], held: null, posting: null, pass, isClicked: false, isSubmitted: false, isDecided: false };
}

/**
 * Keys that can post; those that only compose a character (`keyCode` 229) cannot.
 *
 * @param {KeyboardEvent} event
 */
function isPostingKey(event) {
  return (event.key === "Enter" || event.key === " ") && !event.isComposing && event.keyCode !== 229;
}

/** @param {Event} event */
function isRepeat(event) {
  return /** @type {KeyboardEvent} */ (event).repeat;
}

/**
 * Whether an event completes its gesture: a pointer can still be drawn away from the button after the press.
 *
 * @param {Event} event
 */
function isLast(event) {
  return event.type === "click" || event.type === "submit" || event.type === "keydown";
}
