/** One visit of one page: a person writes and posts, and an account is kept of what the site should have received. */

import assert from "node:assert/strict";
import { numberOf, onOneLine } from "./drafts.js";
import { Hands } from "./hands.js";
import { isNoticed, Panel, pressNotice } from "./panel.js";
import { PATIENCE } from "./patience.js";

/**
 * @typedef {object} Lab What every visit shares.
 * @property {import("./browser.js").Kind} kind
 * @property {"en" | "nl"} language
 * @property {string} extension Its folder.
 * @property {import("puppeteer-core").Browser} browser
 * @property {import("puppeteer-core").Page} page
 * @property {import("../server/server.js").Server} server
 *
 * @typedef {import("../pages/catalogue.js").Page} Page
 * @typedef {import("../pages/catalogue.js").Gesture} Gesture
 *
 * @typedef {object} Account How a visit ended: each counts drafts.
 * @property {number} drafts Written and posted, or tried to.
 * @property {number} missed Should have been held, and arrived.
 * @property {number} swallowed Should have arrived, and did not.
 * @property {number} doubled Arrived more than once.
 * @property {number} altered Arrived as something else.
 */

export class Visit {
  /** Texts that must have arrived, in this order. @type {string[]} */
  #due = [];
  /** Texts that must not. @type {Set<string>} */
  #held = new Set();
  #drafts = 0;

  /**
   * @param {Lab} lab
   * @param {Page} spec
   * @param {import("../server/server.js").Run} run
   * @param {Hands} hands
   */
  constructor(lab, spec, run, hands) {
    this.lab = lab;
    this.spec = spec;
    this.run = run;
    this.hands = hands;
  }

  /**
   * Opens a page.
   *
   * @param {Lab} lab
   * @param {Page} spec
   * @param {{ chat?: boolean, host?: string, language?: "en" | "nl" }} how
   */
  static async open(lab, spec, how = {}) {
    const { run, url } = lab.server.visit(spec.id, how);
    await lab.page.goto(url);
    const [main, inner] = lab.page.frames();
    const frame = spec.frame === undefined || spec.frame.endsWith("written") ? main : inner;
    assert(frame, "the page has the frame it should have");
    await frame.waitForSelector("html[data-ready]", { timeout: PATIENCE });
    return new Visit(lab, spec, run, new Hands(lab.page, frame, how.chat ?? false));
  }

  /** Writes a draft into the empty composer. */
  async write(/** @type {string} */ draft, within = this.spec.within) {
    this.#drafts += 1;
    await this.hands.enter(within);
    await this.hands.type(this.#fit(draft));
  }

  /** Replaces the draft, with the focus where it is. */
  async rewrite(/** @type {string} */ draft) {
    this.#drafts += 1;
    await this.hands.retype(this.#fit(draft));
  }

  /** Puts a draft into the empty composer from the clipboard, where it is by now. */
  async paste(/** @type {string} */ draft, within = this.spec.within) {
    this.#drafts += 1;
    await this.hands.enter(within);
    await this.hands.chord("Control", "v");
    await this.until(async () => !(await this.hands.isComposerEmpty()), `nothing was pasted of “${draft.slice(-20)}”`);
  }

  post(/** @type {Gesture} */ gesture, within = this.spec.within) {
    return this.hands.post(gesture, within);
  }

  /**
   * Repeats the gesture where it cannot be repeated for the person: when the site ignores the repetition, or there is
   * no button to repeat it with, the person is asked to press once more.
   */
  async postAgainIfAsked(/** @type {Gesture} */ gesture) {
    if (!this.spec.again) return;
    const arrived = () => this.run.posts.length > this.#due.length;
    const asked = await this.until(
      async () => arrived() || this.isNoticed("again"),
      "nothing asked to press once more",
    );
    if (asked && !arrived()) await this.post(gesture);
  }

  /** A notice must come. */
  async notices(/** @type {import("./panel.js").Notice} */ notice) {
    await this.until(() => this.isNoticed(notice), `there is no notice “${notice}”`);
  }

  /** Presses a notice, once it is there. */
  async pressNotice(/** @type {import("./panel.js").Notice} */ notice) {
    await this.notices(notice);
    await pressNotice(this.lab.page);
  }

  isNoticed(/** @type {import("./panel.js").Notice} */ notice) {
    return isNoticed(this.lab.page, this.lab.language, notice);
  }

  /** The draft must arrive, with nothing in the way. */
  async arrives(/** @type {string} */ draft) {
    this.#held.delete(this.#fit(draft));
    this.#due.push(this.#fit(draft));
    const came = this.run.until((posts) => posts.length >= this.#due.length, PATIENCE);
    await came.catch((why) => assert.fail(`${why.message}: “${draft}”`));
    const { frame } = this.hands;
    await frame.waitForSelector(`html[data-ready][data-posted="${this.#due.length}"]`, { timeout: PATIENCE });
    assert.equal(await this.panelShown(), null, "no panel is open once the site has the post");
  }

  /** The draft must not arrive: the panel opens instead, another than the one before where there was one. */
  async isHeld(/** @type {string} */ draft, /** @type {Panel | undefined} */ before = undefined) {
    this.#held.add(this.#fit(draft));
    const nothingCame = () =>
      assert.equal(this.run.posts.length, this.#due.length, "the site received a draft that should be held");
    const panel = await this.until(async () => {
      nothingCame();
      const shown = await this.panelShown();
      return shown !== null && !(await before?.isSame(shown)) && shown;
    }, "the panel did not open");
    nothingCame();
    return panel;
  }

  /** The panel must close. */
  async panelCloses() {
    await this.until(async () => (await this.panelShown()) === null, "the panel did not close");
  }

  panelShown() {
    return Panel.shown(this.lab.page, this.lab.language, this.spec.frame === "sandbox");
  }

  /** Compares what arrived with what was due. */
  account() {
    const arrived = this.run.posts.map((post) => post.text);
    const numbers = new Map([...this.#held, ...this.#due].map((draft) => [numberOf(draft), draft]));
    /** @type {Account} */
    const account = { drafts: this.#drafts, missed: 0, swallowed: 0, doubled: 0, altered: 0 };
    for (const draft of new Set(this.#due)) {
      const due = this.#due.filter((it) => it === draft).length;
      const came = arrived.filter((it) => numberOf(it) === numberOf(draft)).length;
      account.swallowed += Math.max(0, due - came);
      account.doubled += Math.max(0, came - due);
    }
    // The same draft may be let go first, and be held when it is written again.
    const permitted = [...this.#due];
    for (const text of arrived) {
      const draft = numbers.get(numberOf(text));
      const place = draft === undefined ? -1 : permitted.indexOf(draft);
      if (place >= 0) permitted.splice(place, 1);
      if (place < 0 && draft !== undefined && this.#held.has(draft)) account.missed += 1;
      else if (draft !== text) account.altered += 1;
    }
    return account;
  }

  /** What arrived is what was due, in order, and the page sent no more than arrived. */
  settle() {
    assert.deepEqual(
      this.run.posts,
      this.#due.map((text, place) => ({ text, number: place + 1 })),
    );
    assert.deepEqual(this.run.reports, [], "nothing broke the page's content security policy");
  }

  #fit(/** @type {string} */ draft) {
    return this.spec.oneLine ? onOneLine(draft) : draft;
  }

  /**
   * Asks after every frame the page paints, until there is an answer.
   *
   * @template Answer
   * @param {() => Promise<Answer | null | false>} ask
   * @param {string} otherwise
   * @param {import("puppeteer-core").Frame} frame Of the tab that is in front: no other paints.
   * @returns {Promise<Answer>}
   */
  async until(ask, otherwise, frame = this.hands.frame) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > deadline) throw new Error(otherwise);
      await frame.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}
