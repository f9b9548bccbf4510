/** What a person does, by real input only: mouse, keyboard, touch. */

import { find } from "./dom.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("puppeteer-core").Frame} Frame
 * @typedef {import("../pages/catalogue.js").Gesture} Gesture
 */

const COMPOSER = [".editor [contenteditable]:not([contenteditable=false])", ".editor textarea", ".editor input"];

export class Hands {
  /**
   * @param {Page} page
   * @param {Frame} frame The one with the composer.
   * @param {boolean} chat Whether plain Enter would post.
   */
  constructor(page, frame, chat) {
    this.page = page;
    this.frame = frame;
    this.chat = chat;
  }

  /** Clicks into the composer, which is the only one or the one inside `within`. */
  enter(within = "") {
    return this.press(...COMPOSER.map((selector) => `${within} ${selector}`));
  }

  /** Whether the composer shows no letter. */
  async isComposerEmpty() {
    const composer = await find(this.frame, ...COMPOSER);
    return composer.evaluate((it) => !/[^\s\u200b\ufeff]/.test(it.value ?? it.textContent));
  }

  /** Clicks the first thing that one of the selectors finds. */
  async press(/** @type {string[]} */ ...selectors) {
    await (await find(this.frame, ...selectors)).click();
  }

  /**
   * Types at the caret. A newline is the key that makes one here, pressed no faster than the page paints: Trix loses
   * its place when a new block and the next letter come within one frame.
   */
  async type(/** @type {string} */ text) {
    const { keyboard } = this.page;
    for (const [place, line] of text.split("\n").entries()) {
      if (place > 0) {
        await this.painted();
        await (this.chat ? this.chord("Shift", "Enter") : keyboard.press("Enter"));
        await this.painted();
      }
      if (line) await keyboard.type(line);
    }
  }

  /** Resolves when the page paints next. */
  async painted() {
    await this.frame.evaluate(() => new Promise(requestAnimationFrame));
  }

  /** Replaces all that is in the composer that has the focus, no faster than the slower editors follow. */
  async retype(/** @type {string} */ text) {
    await this.frame.waitForFunction(() => !document.querySelector("[data-settling]"));
    await this.chord("Control", "a");
    await this.frame.waitForFunction(() => !document.querySelector("[data-selected=part]"));
    await this.type(text);
  }

  async chord(
    /** @type {import("puppeteer-core").KeyInput} */ modifier,
    /** @type {import("puppeteer-core").KeyInput} */ key,
  ) {
    await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key);
    await this.page.keyboard.up(modifier);
  }

  /**
   * Copies text from a note beside the composer: editors take their time to notice what is selected in them, and some
   * copy nothing until then.
   */
  async copy(/** @type {string} */ text) {
    const note = await this.frame.evaluateHandle((/** @type {string} */ content) => {
      const made = document.createElement("textarea");
      made.value = content;
      document.body.append(made);
      made.select();
      return made;
    }, text);
    await this.chord("Control", "c");
    await note.evaluate((it) => it.remove());
  }

  /** Drops text on the middle of the composer. Chromium only. */
  async drop(/** @type {string} */ text) {
    const { x, y } = await (await find(this.frame, ...COMPOSER)).clickablePoint();
    const data = { items: [{ mimeType: "text/plain", data: text }], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"])
      await this.#cdp("Input.dispatchDragEvent", { type, x, y, data });
  }

  /**
   * Composes a word as with an input method, with the Enter that accepts it: until then nothing of it is sure. Chromium
   * only.
   */
  async compose(/** @type {string} */ word) {
    for (const end of Array.from(word, (_, place) => place + 1)) {
      const text = word.slice(0, end);
      await this.#cdp("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
    }
    const enter = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 };
    await this.#cdp("Input.dispatchKeyEvent", { type: "rawKeyDown", ...enter });
    await this.#cdp("Input.insertText", { text: word });
    await this.#cdp("Input.dispatchKeyEvent", { type: "keyUp", ...enter });
  }

  /** @param {any} method @param {object} parameters */
  #cdp(method, parameters) {
    const { client } = /** @type {any} */ (this.frame);
    return client.send(method, parameters);
  }

  /** Brings the focus to the post button. */
  async focusButton(within = "") {
    await (await find(this.frame, `${within} .submit`)).focus();
  }

  /** Posts, in one of the ways a person can. */
  async post(/** @type {Gesture} */ gesture, within = "") {
    const { keyboard } = this.page;
    if (gesture === "enter") return keyboard.press("Enter");
    if (gesture === "mod+enter") return this.chord("Control", "Enter");
    const button = await find(this.frame, `${within} .submit`);
    if (gesture === "click") return button.click();
    if (gesture === "touch") return button.tap();
    await this.focusButton(within);
    return keyboard.press(gesture === "button-space" ? " " : "Enter");
  }
}
