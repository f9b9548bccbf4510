/**
 * Keeps, for every composer, the verdict on what it holds.
 *
 * @typedef {object} Draft What one composer holds at one moment.
 * @property {HTMLElement} composer
 * @property {string} text
 * @property {import("../types.ts").Audience} audience
 * @property {boolean} isAudienceKnown
 * @property {import("./read.js").Reading} reading
 *
 * @typedef {object} Judged
 * @property {Draft} draft
 * @property {import("../types.ts").Verdict} verdict
 *
 * @typedef {object} Kept What is remembered of one composer.
 * @property {Judged | null} judged
 * @property {Set<string>} decided What the person has decided on in the draft, and is not asked again while it is there.
 * @property {Promise<void> | null} run The evaluation under way: at most one.
 * @property {boolean} isReadable
 */

import { without, wordsOf } from "../leniency.js";
import { isBlank, isProved, read } from "./read.js";

/** Milliseconds after which an engine counts as not answering. */
const PATIENCE = 2_000;

/** @type {import("../types.ts").Verdict} */
const NOTHING = { action: "allow", findings: [], reasons: [] };

export class Watch {
  #engine;
  #site;
  #onChange;
  /** @type {WeakMap<HTMLElement, Kept>} */
  #kept = new WeakMap();
  /** @type {Set<HTMLElement>} */
  #due = new Set();

  /**
   * @param {import("../types.ts").Engine} engine
   * @param {import("../site.js").Adapter} site
   * @param {(composer: HTMLElement, judged: Judged | null, trouble: "unreadable" | "unanswered" | null) => void} onChange
   *   Told when the verdict on a composer is new, or none can be had.
   */
  constructor(engine, site, onChange) {
    this.#engine = engine;
    this.#site = site;
    this.#onChange = onChange;
  }

  /**
   * Reads the composer with the next frame, and has it judged if it says something new.
   *
   * @param {HTMLElement} composer
   */
  look(composer) {
    if (this.#due.size === 0) requestAnimationFrame(() => this.#lookAtDue());
    this.#due.add(composer);
  }

  #lookAtDue() {
    const due = [...this.#due];
    this.#due.clear();
    for (const composer of due) this.#judge(composer).catch(() => this.#onChange(composer, null, "unanswered"));
  }

  /**
   * What a composer holds now.
   *
   * @param {HTMLElement} composer
   * @returns {Draft}
   */
  draftOf(composer) {
    const reading = read(composer);
    const { audience, isKnown } = this.#site.audienceOf(composer);
    return { composer, text: reading.text, audience, isAudienceKnown: isKnown, reading };
  }

  /**
   * The verdict on exactly this draft, if it is known.
   *
   * @param {Draft} draft
   * @returns {Judged | null}
   */
  verdictOn(draft) {
    if (isBlank(draft.text)) return { draft, verdict: NOTHING };
    const judged = this.#kept.get(draft.composer)?.judged;
    return judged && isSame(judged.draft, draft) ? { draft, verdict: judged.verdict } : null;
  }

  /**
   * The verdicts on what the composers hold when they are there: typing goes on meanwhile.
   *
   * @param {HTMLElement[]} composers
   * @returns {Promise<Judged[]>}
   * @throws When the engine cannot answer.
   */
  async settle(composers) {
    await Promise.all(composers.map((composer) => this.#judge(composer)));
    const judged = composers.map((composer) => this.verdictOn(this.draftOf(composer)));
    return judged.every((one) => one !== null) ? judged : this.settle(composers);
  }

  /**
   * The person has decided on what these reasons found: they are silent on it, for this audience, while the words stay in the
   * composer.
   *
   * @param {Judged} judged
   * @param {import("../types.ts").Reason[]} reasons
   */
  decide({ draft, verdict }, reasons) {
    const kept = this.#keptOf(draft.composer);
    for (const reason of reasons) for (const key of keysOf(reason, verdict, draft)) kept.decided.add(key);
    if (kept.judged && isSame(kept.judged.draft, draft)) this.#keep(kept, draft, kept.judged.verdict);
  }

  /**
   * Something is about to be put into a composer. What was decided on and is no longer there is open again.
   *
   * @param {HTMLElement} composer
   */
  reconsider(composer) {
    const kept = this.#kept.get(composer);
    if (kept && kept.decided.size > 0) forgetGone(kept, read(composer).text);
  }

  /**
   * Has the composer judged anew, whatever is known of it.
   *
   * @param {HTMLElement} composer
   */
  forget(composer) {
    this.#keptOf(composer).judged = null;
    this.look(composer);
  }

  /**
   * @param {HTMLElement} composer
   * @returns {Promise<void>}
   */
  #judge(composer) {
    const kept = this.#keptOf(composer);
    kept.run ??= this.#run(composer, kept).finally(() => {
      kept.run = null;
    });
    return kept.run;
  }

  /**
   * Evaluates until the verdict is for what the composer holds.
   *
   * @param {HTMLElement} composer
   * @param {Kept} kept
   */
  async #run(composer, kept) {
    for (let draft = this.draftOf(composer); !this.#isJudged(kept, draft); draft = this.draftOf(composer)) {
      const verdict = isBlank(draft.text)
        ? NOTHING
        : await within(PATIENCE, this.#engine.evaluate(draft.text, { audience: draft.audience, site: this.#site.id }));
      forgetGone(kept, draft.text);
      this.#keep(kept, draft, verdict);
      kept.isReadable = isBlank(draft.text) || isProved(composer, draft.reading);
    }
    this.#onChange(composer, kept.judged, kept.isReadable ? null : "unreadable");
  }

  /**
   * @param {Kept} kept
   * @param {Draft} draft
   */
  #isJudged(kept, draft) {
    if (!kept.judged || !isSame(kept.judged.draft, draft)) return false;
    kept.judged = { draft, verdict: kept.judged.verdict };
    return true;
  }

  /**
   * @param {Kept} kept
   * @param {Draft} draft
   * @param {import("../types.ts").Verdict} verdict
   */
  #keep(kept, draft, verdict) {
    const isDecided = (/** @type {import("../types.ts").Reason} */ reason) => {
      const keys = keysOf(reason, verdict, draft);
      return keys.length > 0 && keys.every((key) => kept.decided.has(key));
    };
    kept.judged = { draft, verdict: kept.decided.size > 0 ? without(verdict, isDecided) : verdict };
  }

  /** @param {HTMLElement} composer */
  #keptOf(composer) {
    const kept = this.#kept.get(composer) ?? { judged: null, decided: new Set(), run: null, isReadable: true };
    this.#kept.set(composer, kept);
    return kept;
  }
}

/**
 * @param {Draft} a
 * @param {Draft} b
 */
function isSame(a, b) {
  return a.text === b.text && a.audience === b.audience;
}

/**
 * What a decision is about: a rule, an audience, and the words.
 *
 * @param {import("../types.ts").Reason} reason
 * @param {import("../types.ts").Verdict} verdict
 * @param {Draft} draft
 */
function keysOf({ rule, findings }, verdict, draft) {
  const found = findings.flatMap((place) => verdict.findings[place] ?? []);
  const words = found.flatMap((finding) => wordsOf(finding, draft.text));
  return words.map((one) => `${rule}\n${draft.audience}\n${one}`);
}

/**
 * @param {Kept} kept
 * @param {string} text
 */
function forgetGone(kept, text) {
  const words = text.toLowerCase();
  for (const key of kept.decided) {
    if (words.includes(key.split("\n").slice(2).join("\n"))) continue;
    kept.decided.delete(key);
    // The verdict that is kept was lessened by it.
    kept.judged = null;
  }
}

/**
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
export async function within(milliseconds, answer) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([answer, late]));
  } finally {
    clearTimeout(timer);
  }
}
