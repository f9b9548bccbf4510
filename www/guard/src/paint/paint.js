/** Shows, while the person types, what the verdict on a composer is about. */

import { isField } from "../composer/read.js";
import { Chip } from "./chip.js";
import { marksOf } from "./marks.js";
import { Mirror } from "./mirror.js";
import { Underlines } from "./underlines.js";

/**
 * @typedef {import("../composer/watch.js").Judged} Judged
 * @typedef {"pressAgain" | "unreadable" | "unanswered" | "unanswered.posted" | "written" | "copied" | "notWritten" | "undone"
 *   | "corrected"} Notice
 */

export class Paint {
  #surface;
  #voice;
  #mirror;
  #underlines;
  #chip;
  /** The composer that is followed: the one with the focus. @type {HTMLElement | null} */
  composer = null;
  /** The text that something was told about, which stands until there is another. @type {string | null} */
  #toldAbout = null;
  #frame = 0;
  #follow = () => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.composer?.isConnected === false) this.clear(this.composer);
      this.#mirror.place();
      this.#underlines.place();
      this.#chip.place();
    });
  };
  #sizes = new ResizeObserver(this.#follow);

  /**
   * @param {import("./surface.js").Surface} surface
   * @param {import("../messages/messages.js").Voice} voice
   */
  constructor(surface, voice) {
    this.#surface = surface;
    this.#voice = voice;
    this.#mirror = new Mirror(surface.layer);
    this.#underlines = new Underlines(surface.layer);
    this.#chip = new Chip(surface.layer);
  }

  /**
   * @param {Judged} judged
   * @param {boolean} isWhole Whether all of the composer could be read.
   */
  show({ draft, verdict }, isWhole) {
    const { composer } = draft;
    const marks = marksOf(verdict);
    if (marks.length > 0) this.#attend(composer);
    if (isField(composer)) this.#mirror.set(composer, marks);
    else
      this.#underlines.set(
        composer,
        marks.flatMap(({ action, span }) => {
          const range = draft.reading.rangeOf(span);
          return range ? [{ action, range }] : [];
        }),
      );
    if (this.composer === composer && this.#toldAbout === draft.text) return;
    const count = verdict.reasons.length;
    if (count > 0) {
      const said = `${this.#voice.count("chip", count)}. ${this.#voice.say("chip.open")}`;
      this.#sign(composer, String(count), said, verdict.action, "read");
    } else if (!isWhole) this.tell(composer, "unreadable");
    else if (this.composer === composer) this.#chip.clear();
  }

  /**
   * Says something about a composer for which there is no verdict to show.
   *
   * @param {HTMLElement} composer
   * @param {Notice} key
   * @param {string | null} about The text that it is to stand beside, whatever else there is to say about that.
   * @param {"undo" | null} does What can be done about it.
   */
  tell(composer, key, about = null, does = null) {
    const words = does ? `${this.#voice.say(key)} ${this.#voice.say(does)}` : this.#voice.say(key);
    this.#sign(composer, words, words, "advise", does);
    this.#toldAbout = about;
  }

  /**
   * Takes away what is shown of a composer.
   *
   * @param {HTMLElement} composer
   */
  clear(composer) {
    if (this.composer !== composer) return;
    this.#mirror.clear();
    this.#underlines.clear();
    this.#chip.clear();
    this.#leave();
  }

  stop() {
    this.#leave();
  }

  /**
   * @param {HTMLElement} composer
   * @param {string} words
   * @param {string} said
   * @param {string} action
   * @param {string | null} does
   */
  #sign(composer, words, said, action, does) {
    this.#attend(composer);
    this.#toldAbout = null;
    this.#chip.set(composer, words, said, action, does);
  }

  /** @param {HTMLElement} composer */
  #attend(composer) {
    if (this.composer === composer) {
      this.#surface.show();
      return;
    }
    this.#surface.raise();
    this.#leave();
    this.#mirror.clear();
    this.#underlines.clear();
    this.composer = composer;
    this.#sizes.observe(composer);
    window.addEventListener("scroll", this.#follow, { capture: true, passive: true });
    window.addEventListener("resize", this.#follow, { passive: true });
  }

  #leave() {
    this.composer = null;
    this.#toldAbout = null;
    this.#sizes.disconnect();
    window.removeEventListener("scroll", this.#follow, { capture: true });
    window.removeEventListener("resize", this.#follow);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
