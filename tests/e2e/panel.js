/**
 * The panel as a person meets it: in a closed shadow root that no page can enter, by its text and by the names of its
 * buttons, pressed by mouse or keyboard.
 */

import { closedRoots } from "./dom.js";
import { PATIENCE } from "./patience.js";

/**
 * Every piece of our words in an element that is drawn: pages must not find them by `window.find()`, so they are not text.
 *
 * @param {Element} element
 */
const saidIn = (element) =>
  [...element.querySelectorAll("[data-said]")]
    .filter((it) => it.checkVisibility())
    .map((it) => it.getAttribute("data-said"));

const isOff = (/** @type {Element} */ button) => button.matches("[aria-disabled=true], :disabled");

/** The names of the panel's controls by language. */
const NAMES = {
  en: {
    ...{ change: "Change the text", anyway: "Post anyway", back: "Back to the text" },
    ...{ instead: "Write “a project” instead", without: "Leave it out", wrong: "This is not sensitive" },
  },
  nl: {
    ...{ change: "Tekst aanpassen", anyway: "Toch plaatsen", back: "Terug naar de tekst" },
    ...{ instead: "Schrijf “een project”", without: "Laat het weg", wrong: "Dit is niet gevoelig" },
  },
};

/** What is said beside the composer, by language. */
export const NOTICES = {
  en: {
    ...{ again: "Not posted yet? Press once more.", unchecked: "Posted without a check", written: "Changed. Undo" },
    remark: "One remark on this text. Press to read",
    copied: "This could not be changed here. The new text is on the clipboard: paste it over the old one.",
    ...{ undone: "Your text is as it was.", noted: "Noted, for this word, on this machine. Press again to post." },
  },
  nl: {
    ...{ again: "Nog niet geplaatst? Druk nog een keer.", unchecked: "Geplaatst zonder controle" },
    ...{ written: "Aangepast. Ongedaan maken", undone: "Je tekst is zoals hij was." },
    remark: "Een opmerking bij deze tekst. Druk om te lezen",
    copied: "Aanpassen lukte hier niet. De nieuwe tekst staat op het klembord: plak hem over de oude.",
    noted: "Onthouden, voor dit woord, op deze computer. Druk nog een keer om te plaatsen.",
  },
};

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("puppeteer-core").ElementHandle<any>} Handle
 * @typedef {"change" | "anyway" | "back" | "instead" | "without" | "wrong"} Control
 * @typedef {"again" | "unchecked" | "written" | "undone" | "noted" | "copied" | "remark"} Notice
 */

/**
 * Whether a notice stands beside the composer, as a screen reader would tell it.
 *
 * @param {Page} page
 * @param {"en" | "nl"} language
 * @param {Notice} notice
 */
export async function isNoticed(page, language, notice) {
  for (const frame of page.frames()) {
    for (const root of await closedRoots(frame, "beside body")) {
      const said = await root.evaluate((it) => it.querySelector("[role=status] > *")?.dataset.said ?? "");
      if (said === NOTICES[language][notice]) return true;
    }
  }
  return false;
}

/**
 * Presses what stands beside the composer.
 *
 * @param {Page} page
 */
export async function pressNotice(page) {
  const chip = await chipOf(page);
  if (!chip) throw new Error("nothing beside the composer can be pressed");
  await chip.click();
}

/**
 * What stands beside the composer, where it can be pressed.
 *
 * @param {Page} page
 */
export async function chipOf(page) {
  for (const frame of page.frames()) {
    for (const root of await closedRoots(frame, "beside body")) {
      const chip = await root.$("button.chip:enabled:not([hidden])");
      if (chip) return chip;
    }
  }
  return null;
}

export class Panel {
  /**
   * @param {Page} page
   * @param {Handle} root The shadow root it is in.
   * @param {Handle} dialog
   * @param {"en" | "nl"} language
   * @param {boolean} isApart
   */
  constructor(page, root, dialog, language, isApart) {
    this.page = page;
    this.root = root;
    this.dialog = dialog;
    this.names = NAMES[language];
    this.isApart = isApart;
  }

  /**
   * The open panel, in whichever frame it is; `null` when none is.
   *
   * @param {Page} page
   * @param {"en" | "nl"} language
   * @param {boolean} isApart Whether it is in a frame of another origin. There, Chromium throws the clicks of the first moments
   *   after the frame was laid out away, since the guard asks it what can be seen: the keyboard it is.
   */
  static async shown(page, language, isApart = false) {
    for (const frame of page.frames()) {
      for (const root of await closedRoots(frame, "beside body")) {
        const dialog = (await root.evaluateHandle((it) => it.querySelector("dialog[open]"))).asElement();
        if (dialog) return new Panel(page, root, dialog, language, isApart);
      }
    }
    return null;
  }

  /** All that it says. */
  async text() {
    return (await this.dialog.evaluate(saidIn)).join(" ");
  }

  /** Whether it is drawn at all, seen or not. */
  isDrawn() {
    return this.dialog.evaluate((dialog) => dialog.checkVisibility() && dialog.ownerDocument === document);
  }

  /** Whether another panel is this one, still open. */
  isSame(/** @type {Panel} */ other) {
    return this.dialog.evaluate((mine, theirs) => mine === theirs, other.dialog);
  }

  /** Where its words and controls stand and how they are drawn: every property, as the browser has worked it out. */
  look() {
    return this.dialog.evaluate((dialog) =>
      [dialog, ...dialog.querySelectorAll("h2, mark, button[value=post]")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const style = getComputedStyle(one);
        // Firefox gives the distance to the edges of all of the page.
        const names = Array.from(style).filter((name) => !/^(inset|top|bottom)/.test(name));
        return [x, y, width, height, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)];
      }),
    );
  }

  /** Whether it offers a control, and the person could use it. */
  async offers(/** @type {Control} */ control) {
    return (await this.#button(control)) !== null;
  }

  /** Whether a control acts when pressed. */
  async isReady(/** @type {Control} */ control) {
    const button = await this.#button(control);
    return button !== null && !(await button.evaluate(isOff));
  }

  /** The middle of a control, once it acts. */
  async placeOf(/** @type {Control} */ control) {
    const button = await this.#readied(control);
    const { x, y } = await button.clickablePoint();
    return { x, y };
  }

  /** Presses a control by mouse, once it acts. */
  async press(/** @type {Control} */ control) {
    if (this.isApart) return this.pressByKeyboard(control);
    const button = await this.#readied(control);
    await button.click();
  }

  /** Walks to a control by Tab and presses it by Enter. */
  async pressByKeyboard(/** @type {Control} */ control) {
    const name = this.names[control];
    await this.#readied(control);
    const walked = new Set();
    for (;;) {
      const focused = await this.root.evaluate(
        (root) => root.activeElement?.querySelector("[data-said]")?.dataset.said ?? "",
      );
      if (focused === name) return this.page.keyboard.press("Enter");
      if (walked.has(focused)) throw new Error(`Tab does not lead to “${name}”`);
      walked.add(focused);
      await this.page.keyboard.press("Tab");
    }
  }

  /** Writes the reason a rule asks for. */
  async giveReason(/** @type {string} */ reason) {
    const field = await this.dialog.$("textarea, input");
    if (!field) throw new Error("the panel does not ask for a reason");
    await field.click();
    await this.page.keyboard.type(reason);
  }

  /** A control, once it acts: the panel must have been in view for a moment before it lets a post through. */
  async #readied(/** @type {Control} */ control) {
    const button = await this.#button(control);
    if (!button) throw new Error(`the panel does not offer “${this.names[control]}”`);
    const deadline = Date.now() + PATIENCE;
    while (await button.evaluate(isOff)) {
      if (Date.now() > deadline) throw new Error(`“${this.names[control]}” stays without effect`);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    return button;
  }

  async #button(/** @type {Control} */ control) {
    const found = await this.dialog.evaluateHandle((dialog, /** @type {string} */ name) => {
      const buttons = [...dialog.querySelectorAll("button")];
      return (
        buttons.find((it) => it.querySelector("[data-said]").dataset.said === name && it.checkVisibility()) ?? null
      );
    }, this.names[control]);
    return /** @type {Handle | null} */ (found.asElement());
  }
}
