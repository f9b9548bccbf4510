/**
 * The engine behind a port. It connects when first needed and again whenever the browser stopped the background; it
 * keeps nothing alive. When the extension itself was updated or removed under the page, its questions are refused with
 * a typed error, and the guard does what the policy's `on_error` says.
 */

/** What a frame says of itself when there is nothing to say. */
export const IDLE = /** @type {const} */ ({ type: "state", state: "idle", remarks: 0 });

/** Why there is no answer: `gone` (the extension), or the background's own code. Never a word of the draft. */
export class EngineError extends Error {
  name = "EngineError";

  constructor(/** @type {string} */ code) {
    super(code);
    this.code = code;
  }
}

/** @typedef {import("bezint/types").Verdict} Verdict */
/** @typedef {import("bezint/types").Card} Card */
/** @typedef {{ resolve(value: any): void, reject(why: Error): void, message: object, again: boolean }} Question */

/**
 * @param {Pick<typeof chrome.runtime, "connect" | "id">} runtime read afresh at each use: an updated extension loses it
 * @param {() => object} state what the badge is to show for this frame; a new connection begins with it
 * @param {(settings: any) => void} onSettings told what is in force, whenever a connection opens
 */
export function portEngine(runtime, state = () => IDLE, onSettings = () => {}) {
  /** @type {chrome.runtime.Port | undefined} */
  let port;
  let last = 0;
  /** @type {Map<number, Question>} */
  const pending = new Map();

  function connect() {
    const fresh = runtime.connect({ name: "guard" });
    fresh.onMessage.addListener(settle);
    fresh.onDisconnect.addListener(() => lose(fresh));
    port = fresh;
    fresh.postMessage(state());
    return fresh;
  }

  function settle(
    /** @type {{ id: number, settings?: unknown, verdict?: Verdict, card?: Card, answer?: unknown, error?: string }} */ reply,
  ) {
    if (reply.settings) onSettings(reply.settings);
    const question = pending.get(reply.id);
    if (!question) return;
    pending.delete(reply.id);
    if (reply.error) question.reject(new EngineError(reply.error));
    else question.resolve(reply.verdict ?? reply.card ?? reply.answer);
  }

  /** The background was stopped, or the extension is gone. A question that was under way is asked once more. */
  function lose(/** @type {chrome.runtime.Port} */ lost) {
    if (port !== lost) return;
    port = undefined;
    for (const [id, question] of [...pending]) {
      if (question.again) post(id, { ...question, again: false });
      else fail(id, question, "gone");
    }
  }

  function fail(/** @type {number} */ id, /** @type {Question} */ question, /** @type {string} */ code) {
    pending.delete(id);
    question.reject(new EngineError(code));
  }

  function post(/** @type {number} */ id, /** @type {Question} */ question) {
    try {
      say({ id, ...question.message });
      pending.set(id, question);
    } catch {
      fail(id, question, "gone");
    }
  }

  function say(/** @type {object} */ message) {
    try {
      if (port) return port.postMessage(message);
    } catch {
      reopen();
    }
    return (port ?? connect()).postMessage(message);
  }

  /** A port may have been closed without a word, with the questions that were under way. */
  function reopen() {
    if (!port) return;
    const closed = port;
    lose(closed);
    closed.disconnect();
  }

  const ask = (/** @type {object} */ message) =>
    new Promise((resolve, reject) => {
      last += 1;
      post(last, { resolve, reject, message, again: true });
    });

  return {
    ask,
    /** @returns {Promise<Card>} */
    card: () => ask({ type: "card" }),
    /** @param {string} draft @param {import("bezint/types").Context} context @returns {Promise<Verdict>} */
    evaluate: (draft, context) => ask({ type: "evaluate", draft, context }),
    /** @param {string} detector @param {string} words @returns {Promise<void>} */
    correct: (detector, words) => ask({ type: "correct", detector, words }),
    /** Tells what the person decided, for the journal. When the extension is gone there is none to keep it in. */
    decided(/** @type {import("bezint/types").Decision[]} */ decisions) {
      try {
        say({ type: "decided", decisions });
      } catch {
        port = undefined;
      }
    },
    /** Tells how well the site's adapter fits; without an extension nobody asks. @param {import("bezint/types").Health} health */
    health(health) {
      try {
        say({ type: "health", health });
      } catch {
        port = undefined;
      }
    },
    /** The page comes out of the back/forward cache, in which ports are closed: what it was waiting for is asked again. */
    wake() {
      reopen();
      this.report();
    },
    /** Shows the state of this frame. When the extension is gone there is no badge to show it on. */
    report() {
      try {
        say(state());
      } catch {
        port = undefined;
      }
    },
  };
}
