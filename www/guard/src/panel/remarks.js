/**
 * What the panel says: of each reason, the gravest first, what is the matter, where, who can read it, by which clause and
 * whose it is, whom to ask, whether nobody may forbid it, and what would make it fine.
 *
 * @typedef {import("../composer/watch.js").Judged} Judged
 * @typedef {import("../types.ts").Card | null} Card
 *
 * @typedef {object} Remark A reason with the draft that it is about.
 * @property {import("../types.ts").Reason} reason
 * @property {import("../types.ts").Finding[]} findings
 * @property {import("../composer/watch.js").Draft} draft
 * @property {import("./suggestions.js").Suggestion[]} suggestions
 *
 * @typedef {{ write: import("./suggestions.js").Suggestion, of: Remark } | { correct: Remark }} Choice
 */

import { weightOf } from "../actions.js";
import { make } from "../paint/make.js";
import { excerpts } from "./excerpt.js";

/**
 * Every reason of every draft, the gravest first.
 *
 * @param {Judged[]} judged
 * @returns {Remark[]} With no suggestions yet.
 */
export function remarksOf(judged) {
  const remarks = judged.flatMap(({ draft, verdict }) =>
    verdict.reasons.map((reason) => ({
      ...{ reason, draft, suggestions: [] },
      findings: reason.findings.flatMap((place) => verdict.findings[place] ?? []),
    })),
  );
  return remarks.sort((a, b) => weightOf(b.reason.action) - weightOf(a.reason.action));
}

export class Remarks {
  #voice;
  #site;
  #card;
  #choose;

  /**
   * @param {import("../messages/messages.js").Voice} voice
   * @param {import("../site.js").Adapter} site
   * @param {Card} card
   * @param {(choice: Choice, words: string) => HTMLButtonElement} choose Makes the button for a choice.
   */
  constructor(voice, site, card, choose) {
    this.#voice = voice;
    this.#site = site;
    this.#card = card;
    this.#choose = choose;
  }

  /**
   * @param {Remark[]} remarks
   * @returns {HTMLElement[]}
   */
  all([first, ...others]) {
    if (!first) return this.#held();
    const ids = { title: "what", words: "words", advice: "why" };
    return [...this.#remark(first, "h2", ids), ...(others.length > 0 ? [this.#others(others)] : [])];
  }

  /**
   * @param {Remark} remark
   * @param {"h2" | "h3"} heading
   * @param {{ title?: string, words?: string, advice?: string }} ids By which the panel is named and described.
   * @returns {HTMLElement[]}
   */
  #remark(remark, heading, ids) {
    const { reason, findings, draft } = remark;
    const { pick, say } = this.#voice;
    const advice = pick(reason.advice);
    const words = excerpts(draft.text, findings).map(({ before, word, after, times }) =>
      make("li", {}, before, make("mark", {}, word), after, times > 1 && ` (${say("times", { times })})`),
    );
    const choices = this.#choices(remark);
    return [
      make(heading, { id: ids.title }, pick(reason.title)),
      ...(words.length > 0 ? [make("ul", { id: ids.words, class: "excerpts", dir: "auto" }, ...words)] : []),
      ...(advice ? [make("p", { id: ids.advice }, advice)] : []),
      ...(reason.protected ? [make("p", {}, say("protected", { what: pick(reason.protected) }))] : []),
      ...(choices ? [choices] : []),
      this.#facts([
        ["place", this.#place(draft)],
        ["readers", say(`audience.${draft.isAudienceKnown ? draft.audience : "unknown"}`)],
        ["clause", this.#card ? this.#clause(reason.clause, this.#card) : reason.clause],
        ["layer", this.#layer(reason)],
        ["ask", reason.owner ?? this.#card?.contact ?? null],
      ]),
    ];
  }

  /** @param {Remark} remark */
  #choices(remark) {
    const { say } = this.#voice;
    const writes = remark.suggestions.map((write) =>
      this.#choose({ write, of: remark }, say(`suggest.${write.kind}`, { words: write.words })),
    );
    const isDebatable = this.#card?.corrections && remark.reason.action !== "block" && remark.findings.length > 0;
    if (isDebatable) writes.push(this.#choose({ correct: remark }, say("correct")));
    return writes.length > 0 && make("div", { class: "choices", role: "group", "aria-label": say("fine") }, ...writes);
  }

  /** @returns {HTMLElement[]} */
  #held() {
    const { say } = this.#voice;
    return [
      make("h2", { id: "what" }, say("held.title")),
      make("p", { id: "why" }, say("held.advice")),
      this.#facts([["ask", this.#card?.contact ?? null]]),
    ];
  }

  /** @param {Array<[import("../messages/messages.js").Key, string | null]>} facts */
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
   * The part of the company that a rule is of, where the policy has several.
   *
   * @param {import("../types.ts").Reason} reason
   */
  #layer({ layers }) {
    const [of, ...by] = layers.map(this.#voice.pick);
    if (!of || by.length === 0) return of ?? null;
    return this.#voice.say("layer.changed", { of, by: by.join(", ") });
  }

  /** @param {Remark[]} others */
  #others(others) {
    const parts = others.map((remark) =>
      make("div", { class: `reason ${remark.reason.action}` }, ...this.#remark(remark, "h3", {})),
    );
    return make("details", {}, make("summary", {}, this.#voice.count("more", others.length)), ...parts);
  }
}
