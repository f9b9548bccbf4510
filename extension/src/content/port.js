/**
 * The engine behind a port. It connects when first needed and again whenever the browser stopped the background; it
 * keeps nothing alive. When the extension itself was updated or removed under the page, its questions are refused with
 * a typed error, and the guard does what the policy's `on_error` says.
 */

/** Milliseconds without an answer after which a port counts as closed: one that opens while the background stops can be, without a word. */
const SILENCE = 5_000;

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
/**
 * @typedef {object} Question
 * @property {(value: any) => void} resolve
 * @property {(why: Error) => void} reject
 * @property {object} message
 * @property {boolean} again whether it may be asked once more
 * @property {ReturnType<typeof setTimeout>} [timer]
 */

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
    forget(reply.id, question);
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

  function forget(/** @type {number} */ id, /** @type {Question} */ { timer }) {
    pending.delete(id);
    clearTimeout(timer);
  }

  /** Asks all that is open once more, over another port. */
  function reopen() {
    if (!port) return;
    const silent = port;
    silent.disconnect();
    lose(silent);
  }

  function fail(/** @type {number} */ id, /** @type {Question} */ question, /** @type {string} */ code) {
    forget(id, question);
    question.reject(new EngineError(code));
  }

  function post(/** @type {number} */ id, /** @type {Question} */ question) {
    clearTimeout(question.timer);
    const asked = { ...question, timer: question.again ? setTimeout(reopen, SILENCE) : undefined };
    pending.set(id, asked);
    try {
      say({ id, ...question.message });
    } catch {
      fail(id, asked, "gone");
    }
  }

  /** A port may have been closed without a word, as happens to a page in the back/forward cache. */
  function say(/** @type {object} */ message) {
    try {
      if (port) return port.postMessage(message);
    } catch {
      port = undefined;
    }
    return connect().postMessage(message);
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
