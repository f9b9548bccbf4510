/**
 * Says what is the matter, by the clause of the policy, and leaves the choice where the policy leaves it.
 *
 * @typedef {import("../types.ts").Action} Action
 * @typedef {import("./remarks.js").Choice} Choice
 * @typedef {Exclude<Action, "allow"> | "held"} Face `held` where no verdict could be had.
 * @typedef {"post" | "change" | Choice} Answer
 */

import { draw, make } from "../paint/make.js";
import { keepCaret } from "./caret.js";
import { keepBeside } from "./place.js";
import { Remarks } from "./remarks.js";
import { isWhole, whileSeen } from "./visible.js";

/** Characters that a reason has at least. */
const SHORTEST_REASON = 5;

/** One drawing for each face, so that none is told by colour alone. @type {Record<Face, string>} */
const DRAWINGS = {
  advise: "M12 3a6 6 0 0 0-4 10.5c.9.8 1.5 1.7 1.5 3h5c0-1.3.6-2.2 1.5-3A6 6 0 0 0 12 3M10 20h4",
  confirm: "M9 6v12M15 6v12",
  justify: "M4 20l1-4L16.5 4.5a2 2 0 0 1 3 3L8 19l-4 1M14 7l3 3",
  block: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M7 12h10",
  held: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 3",
};

export class Panel {
  #surface;
  #voice;
  #site;
  #onSight;
  /** @type {HTMLDialogElement | null} */
  #dialog = null;
  /** @type {(answer: Answer) => void} */
  #answer = () => {};
  /** What the buttons beside the remarks stand for. @type {Map<HTMLButtonElement, Choice>} */
  #choices = new Map();
  /** @type {HTMLTextAreaElement | null} */
  #why = null;
  /** @type {import("./visible.js").Sight} */
  #sight = "unsure";
  #stopLooking = () => {};
  #putCaretBack = () => {};
  #leavePlace = () => {};

  /**
   * @param {import("../paint/surface.js").Surface} surface
   * @param {import("../messages/messages.js").Voice} voice
   * @param {import("../site.js").Adapter} site
   * @param {(isHidden: boolean) => void} onSight Told when the page keeps the panel from the person, and when it no longer does.
   */
  constructor(surface, voice, site, onSight) {
    this.#surface = surface;
    this.#voice = voice;
    this.#site = site;
    this.#onSight = onSight;
  }

  /**
   * Opens and waits for the person.
   *
   * @param {import("./remarks.js").Remark[]} remarks The gravest first; none where no verdict could be had.
   * @param {import("../types.ts").Card | null} card
   * @param {boolean} isReading Whether nothing is held: there is something to read and nothing to decide.
   * @returns {Promise<Answer>}
   */
  show(remarks, card, isReading) {
    this.dismiss();
    const face = /** @type {Face} */ (remarks[0]?.reason.action ?? "held");
    const choose = (/** @type {Choice} */ choice, /** @type {string} */ words) => this.#choice(choice, words);
    const said = new Remarks(this.#voice, this.#site, card, choose).all(remarks);
    const body = make("div", { class: "body" }, this.#eyebrow(face), ...said);
    const buttons = isReading ? [this.#button("change", "close")] : this.#buttons(face, body);
    return this.#open(face, body, buttons, remarks[0]?.draft.composer);
  }

  /**
   * A control in the panel was pressed.
   *
   * @param {HTMLButtonElement} control
   */
  press(control) {
    if (control.value === "change") this.#close("change");
    if (control.getAttribute("aria-disabled") === "true") return;
    if (control.value === "post") this.#close("post");
    const choice = this.#choices.get(control);
    if (choice) this.#close(choice);
  }

  /**
   * Keeps the focus in the panel: without this, Tab leads from the last control out of the page.
   *
   * @param {KeyboardEvent} event A key in the panel.
   */
  key(event) {
    if (event.key !== "Tab" || !this.#dialog) return;
    /** @type {NodeListOf<HTMLElement>} */
    const controls = this.#dialog.querySelectorAll("[tabindex], summary, textarea, button");
    const stops = [...controls].filter((one) => one.checkVisibility());
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (this.#surface.root.activeElement !== from) return;
    event.preventDefault();
    to?.focus();
  }

  /** Something was typed in the panel: a reason. */
  typed() {
    this.#lift();
  }

  /** Shows the panel again where the page has taken it away: the person is still to answer. */
  insist() {
    const dialog = this.#dialog;
    // What was seen a moment ago may have been taken away since.
    if (!dialog || (this.#sight === "seen" && isWhole(dialog))) return;
    this.#surface.show();
    dialog.close();
    dialog.showModal();
  }

  /** Takes the panel away as if the person had chosen to change the text. */
  dismiss() {
    this.#close("change");
  }

  /**
   * @param {Face} face
   * @param {HTMLElement} body
   * @param {HTMLButtonElement[]} buttons
   * @param {HTMLElement} [composer] What it is about.
   * @returns {Promise<Answer>}
   */
  #open(face, body, buttons, composer) {
    const { language } = this.#voice;
    const names = { role: "alertdialog", "aria-labelledby": "face what", "aria-describedby": "words why" };
    // What leads back does so by itself, as the button of a form that closes its dialog: the extension may be gone when it is
    // pressed, and our script with it.
    const dialog = make(
      "dialog",
      { class: face, lang: language, dir: "ltr", ...names },
      body,
      make("form", { method: "dialog" }, make("footer", {}, ...buttons)),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.dismiss();
    });
    this.#surface.show();
    this.#surface.root.append(dialog);
    this.#putCaretBack = keepCaret();
    dialog.showModal();
    if (composer) this.#leavePlace = keepBeside(dialog, composer);
    // What does not fit must be reachable by keyboard too.
    if (body.scrollHeight > body.clientHeight) body.tabIndex = 0;
    this.#dialog = dialog;
    this.#sight = "unsure";
    this.#lift();
    this.#stopLooking = whileSeen(dialog, (sight) => {
      this.#sight = sight;
      this.#lift();
      if (sight !== "unsure") this.#onSight(sight === "hidden");
    });
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Lets the buttons act that do more than go back, once the panel has been in view, and a reason is there where asked. */
  #lift() {
    const isShort = this.#why !== null && this.#why.value.trim().length < SHORTEST_REASON;
    const post = this.#dialog?.querySelector("button[value=post]");
    const isSeen = this.#sight === "seen";
    post?.setAttribute("aria-disabled", String(!isSeen || isShort));
    for (const control of this.#choices.keys()) control.setAttribute("aria-disabled", String(!isSeen));
  }

  /** @param {Answer} answer */
  #close(answer) {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#stopLooking();
    this.#leavePlace();
    this.#leavePlace = () => {};
    this.#dialog = null;
    this.#why = null;
    this.#choices.clear();
    dialog.close();
    dialog.remove();
    this.#putCaretBack();
    this.#onSight(false);
    this.#answer(answer);
  }

  /** @param {Face} face */
  #eyebrow(face) {
    return make(
      "p",
      { class: "eyebrow", id: "face" },
      make("span", { class: "badge" }, draw(DRAWINGS[face])),
      this.#voice.say(face),
    );
  }

  /**
   * @param {Face} face
   * @param {HTMLElement} body Gets the field for a reason where the action asks one, before the facts.
   */
  #buttons(face, body) {
    const change = this.#button("change", "change");
    if (face === "held") return [this.#button("change", "back")];
    if (face === "block") return [change];
    if (face === "justify") {
      const { say } = this.#voice;
      // In an object it would count as disabled for assistive technology.
      const usable = { "aria-disabled": "false" };
      this.#why = make("textarea", { "aria-describedby": "hint", autocomplete: "off", ...usable });
      // What stands in an object is not searched by `window.find()`, which reads in fields in Chromium.
      const field = make("label", {}, say("reason"), make("object", {}, this.#why));
      body.querySelector("dl")?.before(field, make("small", { id: "hint", class: "hint" }, say("reason.hint")));
    }
    return [change, this.#button("post", "post")];
  }

  /**
   * @param {"post" | "change"} value
   * @param {"post" | "change" | "back" | "close"} key
   */
  #button(value, key) {
    const isMain = value === "change";
    const attributes = { type: isMain ? "submit" : "button", value, class: isMain ? "main" : "", autofocus: isMain };
    return make("button", attributes, this.#voice.say(key));
  }

  /**
   * @param {Choice} choice
   * @param {string} words
   */
  #choice(choice, words) {
    const button = make("button", { type: "button", value: "choice" }, words);
    this.#choices.set(button, choice);
    return button;
  }
}
