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
  async enter(within = "") {
    const composer = await find(this.frame, ...COMPOSER.map((selector) => `${within} ${selector}`));
    await composer.click();
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

  /** Resolves when the page has painted what it has. */
  async painted() {
    await this.frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  /** Replaces all that is in the composer that has the focus. */
  async retype(/** @type {string} */ text) {
    await this.chord("Control", "a");
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

  /** Posts, in one of the ways a person can. */
  async post(/** @type {Gesture} */ gesture, within = "") {
    const { keyboard } = this.page;
    if (gesture === "enter") return keyboard.press("Enter");
    if (gesture === "mod+enter") return this.chord("Control", "Enter");
    const button = await find(this.frame, `${within} .submit`);
    if (gesture === "click") return button.click();
    if (gesture === "touch") return button.tap();
    await button.focus();
    return keyboard.press(gesture === "button-space" ? " " : "Enter");
  }
}
