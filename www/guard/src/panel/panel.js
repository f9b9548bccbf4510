/**
 * Says what is the matter, by the clause of the policy, and leaves the choice where the policy leaves it.
 *
 * @typedef {import("../composer/watch.js").Judged} Judged
 * @typedef {import("../types.ts").Action} Action
 * @typedef {Exclude<Action, "allow"> | "held"} Face `held` where no verdict could be had.
 *
 * @typedef {object} Remark A reason with the draft that it is about.
 * @property {import("../types.ts").Reason} reason
 * @property {import("../types.ts").Span[]} spans
 * @property {import("../composer/watch.js").Draft} draft
 */

import { weightOf } from "../actions.js";
import { draw, make } from "../paint/make.js";
import { keepCaret } from "./caret.js";
import { excerpts } from "./excerpt.js";

/** Milliseconds that the panel must have been in view before it lifts a hold: a click meant for the page is no answer. */
const MOMENT = 400;

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
  /** @type {HTMLDialogElement | null} */
  #dialog = null;
  /** @type {(answer: "post" | "change") => void} */
  #answer = () => {};
  /** @type {HTMLTextAreaElement | null} */
  #why = null;
  /** @type {HTMLButtonElement | null} */
  #post = null;
  #isSeen = false;
  #putCaretBack = () => {};

  /**
   * @param {import("../paint/surface.js").Surface} surface
   * @param {import("../messages/messages.js").Voice} voice
   * @param {import("../site.js").Adapter} site
   */
  constructor(surface, voice, site) {
    this.#surface = surface;
    this.#voice = voice;
    this.#site = site;
  }

  /**
   * Opens and waits for the person.
   *
   * @param {Judged[]} judged
   * @param {import("../types.ts").Card | null} card
   * @param {boolean} isReading Whether nothing is held: there is something to read and nothing to decide.
   * @returns {Promise<"post" | "change">}
   */
  show(judged, card, isReading) {
    this.dismiss();
    const remarks = remarksOf(judged);
    const face = /** @type {Face} */ (remarks[0]?.reason.action ?? "held");
    const [first, ...others] = remarks;
    const body = make(
      "div",
      { class: "body" },
      this.#eyebrow(face),
      ...(first ? this.#remark(first, card, "h2", "what") : this.#held(card)),
      others.length > 0 && this.#others(others, card),
    );
    const buttons = isReading ? [this.#button("change", "close")] : this.#buttons(face, body);
    return this.#open(face, body, buttons);
  }

  /**
   * A control in the panel was pressed.
   *
   * @param {HTMLButtonElement} control
   */
  press(control) {
    const isOff = control.getAttribute("aria-disabled") === "true";
    if (!isOff && (control.value === "post" || control.value === "change")) this.#close(control.value);
  }

  /**
   * Keeps the focus in the panel: without this, Tab leads from the last control out of the page.
   *
   * @param {KeyboardEvent} event A key in the panel.
   */
  key(event) {
    if (event.key !== "Tab" || !this.#dialog) return;
    const stops = [...this.#dialog.querySelectorAll("[tabindex], summary, textarea, button")].filter((one) =>
      one.checkVisibility(),
    );
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (this.#surface.root.activeElement !== from || !(to instanceof HTMLElement)) return;
    event.preventDefault();
    to.focus();
  }

  /** Something was typed in the panel: a reason. */
  typed() {
    this.#lift();
  }

  /** Shows the panel again where the page has taken it away: the person is still to answer. */
  insist() {
    const dialog = this.#dialog;
    if (!dialog || (this.#surface.host.isConnected && dialog.matches(":modal"))) return;
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
   * @returns {Promise<"post" | "change">}
   */
  #open(face, body, buttons) {
    const { language } = this.#voice;
    const names = { role: "alertdialog", "aria-labelledby": "what", "aria-describedby": "why" };
    const dialog = make(
      "dialog",
      { class: face, lang: language, dir: "ltr", ...names },
      body,
      make("footer", {}, ...buttons),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.dismiss();
    });
    this.#surface.show();
    this.#surface.root.append(dialog);
    this.#putCaretBack = keepCaret();
    dialog.showModal();
    // What does not fit must be reachable by keyboard too.
    if (body.scrollHeight > body.clientHeight) body.tabIndex = 0;
    this.#dialog = dialog;
    this.#post = buttons.find((button) => button.value === "post") ?? null;
    this.#isSeen = false;
    this.#lift();
    setTimeout(() => {
      if (this.#dialog !== dialog) return;
      this.#isSeen = true;
      this.#lift();
    }, MOMENT);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Lets the button that lifts the hold act once the panel has been in view, and a reason is there where one is asked. */
  #lift() {
    const isShort = this.#why !== null && this.#why.value.trim().length < SHORTEST_REASON;
    this.#post?.setAttribute("aria-disabled", String(!this.#isSeen || isShort));
  }

  /** @param {"post" | "change"} answer */
  #close(answer) {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = null;
    this.#why = null;
    this.#post = null;
    dialog.close();
    dialog.remove();
    this.#putCaretBack();
    this.#answer(answer);
  }

  /** @param {Face} face */
  #eyebrow(face) {
    return make(
      "p",
      { class: "eyebrow" },
      make("span", { class: "badge" }, draw(DRAWINGS[face])),
      this.#voice.say(face),
    );
  }

  /**
   * @param {Remark} remark
   * @param {import("../types.ts").Card | null} card
   * @param {"h2" | "h3"} heading
   * @param {string} [id]
   * @returns {HTMLElement[]}
   */
  #remark({ reason, spans, draft }, card, heading, id) {
    const { pick } = this.#voice;
    const advice = make("p", { id: id && "why" }, pick(reason.advice));
    const words = excerpts(draft.text, spans).map(({ before, word, after }) =>
      make("li", {}, before, make("mark", {}, word), after),
    );
    return [
      make(heading, { id }, pick(reason.title)),
      ...(words.length > 0 ? [make("ul", { class: "excerpts", dir: "auto" }, ...words)] : []),
      ...(advice.textContent ? [advice] : []),
      this.#facts([
        ["place", this.#place(draft)],
        ["readers", this.#voice.say(`audience.${draft.isAudienceKnown ? draft.audience : "unknown"}`)],
        ["clause", card ? this.#clause(reason.clause, card) : reason.clause],
        ["ask", reason.owner ?? card?.contact ?? null],
      ]),
    ];
  }

  /**
   * @param {import("../types.ts").Card | null} card
   * @returns {HTMLElement[]}
   */
  #held(card) {
    const { say } = this.#voice;
    return [
      make("h2", { id: "what" }, say("held.title")),
      make("p", { id: "why" }, say("held.advice")),
      this.#facts([["ask", card?.contact ?? null]]),
    ];
  }

  /**
   * @param {Array<[import("../messages/messages.js").Key, string | null]>} facts
   */
  #facts(facts) {
    const known = facts.filter(([, fact]) => fact);
    return make(
      "dl",
      {},
      ...known.flatMap(([key, fact]) => [make("dt", {}, this.#voice.say(key)), make("dd", {}, fact)]),
    );
  }

  /**
   * What would be posted where, and as whom as far as the page tells.
   *
   * @param {import("../composer/watch.js").Draft} draft
   */
  #place({ composer }) {
    const { say } = this.#voice;
    const kind = this.#site.ruleFor(composer)?.kind ?? "unknown";
    const place = say(`place.${kind}`, { site: this.#site.name });
    const { name, account } = this.#site.identityOf(composer);
    if (!account) return name ? say("place.as", { place, name }) : place;
    return say(`place.${account}`, { place: name ? say("place.as", { place, name }) : place });
  }

  /**
   * @param {string} clause
   * @param {import("../types.ts").Card} card
   */
  #clause(clause, card) {
    const policy = this.#voice.pick(card.title);
    return clause ? this.#voice.say("clause.of", { clause, policy }) : policy;
  }

  /**
   * @param {Remark[]} others
   * @param {import("../types.ts").Card | null} card
   */
  #others(others, card) {
    const parts = others.map((remark) =>
      make("div", { class: `reason ${remark.reason.action}` }, ...this.#remark(remark, card, "h3")),
    );
    return make("details", {}, make("summary", {}, this.#voice.count("more", others.length)), ...parts);
  }

  /**
   * @param {Face} face
   * @param {HTMLElement} body Gets the field for a reason where the action asks one.
   */
  #buttons(face, body) {
    const change = this.#button("change", "change");
    if (face === "held") return [this.#button("change", "back")];
    if (face === "block") return [change];
    if (face === "justify") {
      const { say } = this.#voice;
      this.#why = make("textarea", { "aria-describedby": "hint", autocomplete: "off" });
      body.append(
        make("label", {}, say("reason"), this.#why),
        make("small", { id: "hint", class: "hint" }, say("reason.hint")),
      );
    }
    return [change, this.#button("post", "post")];
  }

  /**
   * @param {"post" | "change"} value
   * @param {"post" | "change" | "back" | "close"} key
   */
  #button(value, key) {
    const isMain = value === "change";
    const attributes = { type: "button", value, class: isMain ? "main" : "", autofocus: isMain };
    return make("button", attributes, this.#voice.say(key));
  }
}

/**
 * Every reason of every draft, the gravest first.
 *
 * @param {Judged[]} judged
 * @returns {Remark[]}
 */
function remarksOf(judged) {
  const remarks = judged.flatMap(({ draft, verdict }) =>
    verdict.reasons.map((reason) => {
      const findings = reason.findings.map((place) => verdict.findings[place]);
      return { reason, draft, spans: findings.flatMap((finding) => (finding ? [finding.span] : [])) };
    }),
  );
  return remarks.sort((a, b) => weightOf(b.reason.action) - weightOf(a.reason.action));
}
