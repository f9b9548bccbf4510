/** Follows what the person chooses in the panel: other words in the composer, or none of it from now on. */

import { within } from "./composer/watch.js";
import { edited, undoing, write } from "./composer/write.js";
import { wordsOf } from "./leniency.js";
import { suggestionsFor } from "./panel/suggestions.js";

/**
 * @typedef {import("./composer/watch.js").Draft} Draft
 * @typedef {import("./panel/remarks.js").Remark} Remark
 * @typedef {import("./panel/remarks.js").Choice} Choice
 */

/** Milliseconds that may pass until the panel shows, with suggestions or without. */
const PATIENCE = 500;

/** UTF-16 units of drafts that are worth trying changes on. */
const LONGEST = 20_000;

/** Remarks that get suggestions. */
const MOST = 5;

export class Advice {
  #engine;
  #watch;
  #siteId;
  #tell;
  /** What the last change can be taken back to. @type {{ draft: Draft, edits: import("./composer/write.js").Edit[] } | null} */
  #last = null;

  /**
   * @param {import("./types.ts").Engine} engine
   * @param {import("./composer/watch.js").Watch} watch
   * @param {string} siteId
   * @param {(composer: HTMLElement, notice: import("./paint/paint.js").Notice, does?: "undo") => void} tell
   */
  constructor(engine, watch, siteId, tell) {
    this.#engine = engine;
    this.#watch = watch;
    this.#siteId = siteId;
    this.#tell = tell;
  }

  /**
   * Gives the remarks those suggestions after which their rule has nothing to say.
   *
   * @param {Remark[]} remarks
   * @param {(text: import("./types.ts").Text) => string} pick
   */
  async suggest(remarks, pick) {
    const tried = remarks.slice(0, MOST).map(async (remark) => {
      if (remark.draft.text.length > LONGEST) return;
      const all = suggestionsFor(remark.draft.text, remark.reason, remark.findings, pick);
      const helps = await Promise.all(all.map(({ edits }) => this.#helps(remark, edits)));
      remark.suggestions = all.filter((_, place) => helps[place]);
    });
    await within(PATIENCE, Promise.all(tried)).catch(() => {});
  }

  /**
   * @param {Remark} remark
   * @param {import("./composer/write.js").Edit[]} edits
   */
  async #helps({ draft, reason }, edits) {
    const context = { audience: draft.audience, site: this.#siteId };
    const { reasons } = await this.#engine.evaluate(edited(draft.text, edits), context);
    return reasons.every(({ rule }) => rule !== reason.rule);
  }

  /** @param {Choice} choice */
  async follow(choice) {
    if ("write" in choice) await this.#write(choice.of.draft, choice.write.edits);
    else await this.#correct(choice.correct);
  }

  /** Takes the last change back, where the composer still holds what it made. */
  async undo() {
    const last = this.#last;
    this.#last = null;
    if (!last) return;
    const { composer, text } = last.draft;
    const isUndone = await write(composer, edited(text, last.edits), undoing(text, last.edits));
    this.#watch.look(composer);
    if (isUndone) this.#tell(composer, "undone");
    else await this.#copy(composer, text);
  }

  /**
   * @param {Draft} draft
   * @param {import("./composer/write.js").Edit[]} edits
   */
  async #write(draft, edits) {
    const { composer, text } = draft;
    const isWritten = await write(composer, text, edits);
    this.#watch.look(composer);
    this.#last = isWritten ? { draft, edits } : null;
    if (isWritten) this.#tell(composer, "written", "undo");
    else await this.#copy(composer, edited(text, edits));
  }

  /**
   * @param {HTMLElement} composer
   * @param {string} text
   */
  async #copy(composer, text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#tell(composer, "copied");
    } catch {
      this.#tell(composer, "notWritten");
    }
  }

  /** @param {Remark} remark */
  async #correct({ draft, findings }) {
    for (const finding of findings) {
      const words = wordsOf(finding, draft.text);
      await Promise.all(words.map((one) => this.#engine.correct?.(finding.detector, one)));
    }
    this.#watch.forget(draft.composer);
    this.#tell(draft.composer, "corrected");
  }
}
