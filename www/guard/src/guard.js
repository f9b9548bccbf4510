/**
 * Guards the composers of the frame it runs in. This is the table of contents: what happens is in the folders.
 *
 * - `composer/` finds composers, reads them, and keeps the verdict on what they hold;
 * - `gate/` tells which gestures post, and lets them through or stops them;
 * - `paint/` shows findings while the person types, `panel/` explains them when a post is held.
 */

import { Advice } from "./advice.js";
import { isBlank, isField } from "./composer/read.js";
import { focusedIn, shadowRoots } from "./composer/tree.js";
import { Watch, within } from "./composer/watch.js";
import { Decisions } from "./decisions.js";
import { GATED, Gate } from "./gate/gate.js";
import { Gestures } from "./gate/gestures.js";
import { HealthCheck } from "./health.js";
import { Listeners } from "./listeners.js";
import { voice } from "./messages/messages.js";
import { marksOf } from "./paint/marks.js";
import { Paint } from "./paint/paint.js";
import { PRIVATE, Surface } from "./paint/surface.js";
import { Panel } from "./panel/panel.js";
import { remarksOf } from "./panel/remarks.js";
import { Adapter } from "./site.js";

export { directEngine } from "./engine.js";
export { takeAwayLeft } from "./paint/surface.js";

/** Events after which a composer may hold something new. Editors that draw themselves prevent `beforeinput`. */
const STIRRING = ["focusin", "beforeinput", "input", "paste", "drop", "cut", "compositionend", "keyup"];

/** All that is listened to, each once. */
const HEARD = [...new Set([...GATED, ...STIRRING, ...PRIVATE])];

/** Milliseconds that the policy's face is waited for before its `on_error` is taken to be `open`. */
const PATIENCE = 2_000;

/**
 * @typedef {import("./composer/watch.js").Judged} Judged
 * @typedef {import("./composer/watch.js").Draft} Draft
 * @typedef {import("./types.ts").State} State
 *
 * @param {import("./types.ts").GuardOptions} options
 * @returns {import("./types.ts").Guard}
 */
export function guard(options) {
  const roots = shadowRoots(options.shadowRootOf);
  let given = options;
  // It listens as long as there is a guard, whatever becomes of its options: a page that came later would else come first.
  const listeners = new Listeners(HEARD, (event) => current.notice(event), roots);
  let current = guardBy(given, roots);
  return {
    seen: () => current.seen(),
    pause: () => current.pause(),
    renew(changes) {
      given = { ...given, ...changes };
      current.stop();
      current = guardBy(given, roots);
    },
    stop() {
      listeners.stop();
      current.stop();
    },
  };
}

/**
 * @param {import("./types.ts").GuardOptions} options
 * @param {import("./composer/tree.js").ShadowRootOf} roots
 */
function guardBy({ engine, site, language, theme, onState, onDecision, onHealth }, roots) {
  const words = voice(language);
  const adapter = new Adapter(site, location.hostname);
  const surface = new Surface(words.language, theme, {
    press,
    key: (event) => panel.key(event),
    typed: () => panel.typed(),
  });
  const panel = new Panel(surface, words, adapter, (isHidden) => {
    isPanelHidden = isHidden;
    report();
  });
  const paint = new Paint(surface, words);
  const gestures = new Gestures(adapter, roots);
  const watch = new Watch(engine, adapter, changed);
  const decisions = new Decisions(adapter.id, onDecision);
  const health = new HealthCheck(adapter, (found) => {
    onHealth?.(found);
    if (state[0] === "guarding" || state[0] === "drifted") tell(fit(), state[1]);
  });
  const gate = new Gate(gestures, watch, {
    gated: (composers) => composers.forEach(health.check),
    ask,
    unanswered,
    said,
    passed,
    isPaused: (composer) => paused.has(composer),
    insist: () => panel.insist(),
    pressAgain: (composer) => paint.tell(composer, "pressAgain", watch.draftOf(composer).text),
  });
  const advice = new Advice(engine, watch, adapter.id, (composer, notice, does) =>
    paint.tell(composer, notice, watch.draftOf(composer).text, does),
  );

  /** The composer that the person was in last. @type {HTMLElement | null} */
  let last = null;
  /** When that was, in milliseconds since 1970. */
  let lastAt = 0;
  /** Composers whose draft the person wants left alone. @type {WeakSet<HTMLElement>} */
  const paused = new WeakSet();
  /** The policy's face, once it could be had. @type {import("./types.ts").Card | null} */
  let card = null;
  /** The question for it, while it is under way. @type {Promise<void> | null} */
  let learning = null;
  /** @type {[State, number]} */
  let state = ["idle", 0];
  let isPanelHidden = false;
  /** What the host was told last. */
  let reported = "";
  /** A composer that is taken off the page has no size any more. */
  const sizes = new ResizeObserver(() => {
    if (last?.isConnected === false) depart();
  });
  /** What the person let go, until it has gone. @type {WeakMap<HTMLElement, Judged>} */
  const insistedOn = new WeakMap();

  /** @param {Event} event */
  function notice(event) {
    if (surface.take(event)) return;
    if (GATED.includes(event.type)) gate.handle(event);
    if (!STIRRING.includes(event.type)) return;
    const composer = gestures.composerOf(event);
    if (!composer) return;
    watch.reconsider(composer);
    gate.reconsider(composer);
    attend(composer);
  }

  /** @param {HTMLElement} composer */
  function attend(composer) {
    if (last !== composer) {
      sizes.disconnect();
      sizes.observe(composer);
    }
    last = composer;
    lastAt = Date.now();
    // A page sees that something is added: if only a remark added it, it would learn of the remark.
    surface.show();
    if (paused.has(composer) && !isBlank(watch.draftOf(composer).text)) return;
    paused.delete(composer);
    if (state[0] === "idle") tell(fit(), 0);
    if (!card) void learn();
    watch.look(composer);
  }

  /** At most one question at a time, however often the page stirs. */
  function learn() {
    learning ??= askCard().finally(() => {
      learning = null;
    });
    return learning;
  }

  async function askCard() {
    try {
      const learnt = await within(PATIENCE, engine.card());
      card = { ...learnt, corrections: learnt.corrections && engine.correct !== undefined };
    } catch {
      card = null;
    }
  }

  /**
   * @param {HTMLElement} composer
   * @param {Judged | null} judged
   * @param {"unreadable" | "unanswered" | null} trouble
   */
  function changed(composer, judged, trouble) {
    if (judged) {
      gate.noticed(judged.draft);
      paint.show(judged, trouble === null);
    } else {
      paint.tell(composer, "unanswered");
    }
    tell(trouble ?? fit(), judged?.verdict.reasons.length ?? 0);
  }

  /** @returns {State} */
  function fit() {
    return health.isDrifted ? "drifted" : "guarding";
  }

  /**
   * @param {State} next
   * @param {number} remarks
   */
  function tell(next, remarks) {
    state = [next, remarks];
    report();
  }

  function report() {
    /** @type {[State, number]} */
    const now = isPanelHidden ? ["hidden", 0] : state;
    if (reported === now.join()) return;
    reported = now.join();
    onState?.(...now);
  }

  /** The composer is gone with what was written in it. */
  function depart() {
    last = null;
    sizes.disconnect();
    tell("idle", 0);
  }

  /** @param {Judged[]} judged */
  async function ask(judged) {
    const answer = await explain(judged, false);
    if (answer === "post") for (const one of judged) insistedOn.set(one.draft.composer, one);
    if (typeof answer === "string" || "write" in answer) {
      decisions.made(judged, answer === "post" ? "posted" : "reconsidered");
    }
    return answer === "post" ? "post" : "change";
  }

  /**
   * Shows what there is to say, and does what the person chooses.
   *
   * @param {Judged[]} judged
   * @param {boolean} isReading
   * @returns {Promise<import("./panel/panel.js").Answer>}
   */
  async function explain(judged, isReading) {
    const remarks = remarksOf(judged);
    await advice.suggest(remarks, words.pick);
    const answer = await panel.show(remarks, card, isReading);
    if (answer === "post") return answer;
    const [first] = judged;
    if (first) returnTo(first);
    if (answer !== "change") void advice.follow(answer);
    if (answer !== "change" && "correct" in answer) decisions.corrected(answer.correct);
    return answer;
  }

  async function unanswered() {
    if (!card) await learn();
    tell("unanswered", 0);
    if (card?.on_error !== "closed") return /** @type {const} */ ("post");
    await panel.show([], card, false);
    return /** @type {const} */ ("hold");
  }

  /**
   * @param {Draft[]} drafts
   * @param {"post" | "hold"} answer
   */
  function said([draft], answer) {
    if (!draft) return;
    if (answer === "post") paint.tell(draft.composer, "unanswered.posted");
    else draft.composer.focus();
  }

  /** @param {Draft[]} drafts */
  function passed(drafts) {
    const judged = drafts.flatMap((draft) => watch.verdictOn(draft) ?? []);
    const rules = decisions.made(judged, "posted").flatMap(({ action, rule }) => (action === "advise" ? rule : []));
    if (rules.length > 0) engine.wave?.(rules).catch(() => {});
    for (const { composer, text } of drafts) {
      paint.clear(composer);
      const insisted = insistedOn.get(composer);
      insistedOn.delete(composer);
      if (insisted?.draft.text === text) watch.decide(insisted, insisted.verdict.reasons);
    }
  }

  /** @param {HTMLButtonElement} control */
  function press(control) {
    const { composer } = paint;
    if (control.value === "undo") void advice.undo();
    else if (control.value !== "read") panel.press(control);
    else if (composer) void read(composer);
  }

  /** @param {HTMLElement} composer */
  async function read(composer) {
    const judged = watch.verdictOn(watch.draftOf(composer));
    if (!judged || judged.verdict.reasons.length === 0) return;
    await explain([judged], true);
    watch.decide(
      judged,
      judged.verdict.reasons.filter(({ action }) => action === "advise"),
    );
    watch.look(composer);
  }

  const focused = gestures.composerAt(focusedIn(document, roots));
  if (focused) attend(focused);
  report();

  return {
    notice,
    seen() {
      if (!last?.isConnected) return null;
      const { text, audience, isAudienceKnown } = watch.draftOf(last);
      return { audience, isAudienceKnown, isWritten: !isBlank(text), isPaused: paused.has(last), at: lastAt };
    },
    pause() {
      if (!last || !card || card.stance === "controlled") return;
      paused.add(last);
      paint.clear(last);
      tell(fit(), 0);
    },
    stop() {
      sizes.disconnect();
      panel.dismiss();
      paint.stop();
      surface.remove();
    },
  };
}

/**
 * Brings the person back to the words in question.
 *
 * @param {Judged} judged
 */
function returnTo({ draft, verdict }) {
  const { composer, reading } = draft;
  const [first] = marksOf(verdict).sort((a, b) =>
    a.action === verdict.action ? -1 : b.action === verdict.action ? 1 : 0,
  );
  composer.focus();
  if (!first) return;
  if (isField(composer)) {
    composer.setSelectionRange(first.span.start, first.span.end);
    return;
  }
  const range = reading.rangeOf(first.span);
  const selection = composer.ownerDocument.getSelection();
  if (range && selection) {
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }
}
