/**
 * What a person has said about earlier remarks: that a word is not sensitive, or that this advice has been enough for today.
 * What blocks is never taken back by it.
 *
 * @typedef {import("./types.ts").Verdict} Verdict
 * @typedef {import("./types.ts").Reason} Reason
 * @typedef {import("./types.ts").Finding} Finding
 *
 * @typedef {object} Said What is kept, on this machine. No word is in it, only what a word digests to.
 * @property {string[]} words Digests, the oldest first.
 * @property {Record<string, [day: string, times: number]>} waved By rule.
 */

import { weightOf } from "./actions.js";

/** Words that are remembered. */
const MOST = 500;

/** Times that the same advice is waved away in a day before it goes quiet. */
const ENOUGH = 3;

/**
 * A verdict without some of its reasons, and without the findings that only they were about.
 *
 * @param {Verdict} verdict
 * @param {(reason: Reason) => boolean} isSettled
 * @returns {Verdict} The same one where nothing is settled.
 */
export function without(verdict, isSettled) {
  const open = verdict.reasons.filter((reason) => reason.action === "block" || !isSettled(reason));
  if (open.length === verdict.reasons.length) return verdict;
  const kept = [...new Set(open.flatMap(({ findings }) => findings))].sort((a, b) => a - b);
  const strongest = open.map(({ action }) => action).sort((a, b) => weightOf(b) - weightOf(a))[0];
  return {
    action: strongest ?? "allow",
    findings: kept.flatMap((place) => verdict.findings[place] ?? []),
    reasons: open.map((reason) => ({ ...reason, findings: reason.findings.map((place) => kept.indexOf(place)) })),
  };
}

/**
 * @param {Finding} finding
 * @param {string} draft
 * @returns {string[]} Its words in all its places, as they are written but for their case, each once.
 */
export function wordsOf({ spans }, draft) {
  return [...new Set(spans.map(({ start, end }) => draft.slice(start, end).toLowerCase()))];
}

export class Leniency {
  #digest;
  /** @type {Set<string>} */
  #words;
  /** @type {Said["waved"]} */
  #waved;

  /**
   * @param {(words: string) => string | Promise<string>} digest Must not be reversible where the result is stored.
   * @param {Partial<Said>} [said] What was kept.
   */
  constructor(digest, { words = [], waved = {} } = {}) {
    this.#digest = digest;
    this.#words = new Set(words);
    this.#waved = waved;
  }

  /** @returns {Said} What is to be kept. */
  get said() {
    return { words: [...this.#words], waved: this.#waved };
  }

  /**
   * These words, as found by this detector, are not sensitive.
   *
   * @param {string} detector
   * @param {string} words
   */
  async correct(detector, words) {
    const digest = await this.#digest(`${detector}\n${words.toLowerCase()}`);
    this.#words.delete(digest);
    this.#words.add(digest);
    const [oldest] = this.#words;
    if (this.#words.size > MOST && oldest !== undefined) this.#words.delete(oldest);
  }

  /**
   * The advice of these rules was read and not followed.
   *
   * @param {string[]} rules
   * @param {string} day
   */
  wave(rules, day) {
    const today = Object.entries(this.#waved).filter(([, [then]]) => then === day);
    this.#waved = Object.fromEntries(today);
    for (const rule of rules) this.#waved[rule] = [day, (this.#waved[rule]?.[1] ?? 0) + 1];
  }

  /**
   * Whether the advice of a rule has been enough for the day.
   *
   * @param {string} rule
   * @param {string} day
   */
  isQuiet(rule, day) {
    const [then, times] = this.#waved[rule] ?? ["", 0];
    return then === day && times >= ENOUGH;
  }

  /**
   * The verdict that is left.
   *
   * @param {Verdict} verdict
   * @param {string} draft
   * @param {string} day
   */
  async lessen(verdict, draft, day) {
    if (verdict.reasons.length === 0) return verdict;
    const corrected = new Set();
    for (const [place, finding] of this.#words.size > 0 ? verdict.findings.entries() : []) {
      const digests = wordsOf(finding, draft).map((words) => this.#digest(`${finding.detector}\n${words}`));
      if ((await Promise.all(digests)).every((digest) => this.#words.has(digest))) corrected.add(place);
    }
    return without(verdict, ({ action, rule, findings }) => {
      if (action === "advise" && this.isQuiet(rule, day)) return true;
      return findings.length > 0 && findings.every((place) => corrected.has(place));
    });
  }
}
