/**
 * What a frame may say to the background over its port, and what it hears back:
 *
 *   { id, type: "evaluate", draft, context }  ->  { id, verdict } or { id, error }
 *   { id, type: "card" }                      ->  { id, card }    or { id, error }
 *   { id, type: "correct", detector, words }  ->  { id, answer }  or { id, error }   the words are not sensitive
 *   { id, type: "about" }                     ->  { id, answer }  or { id, error }   of the extension's own pages alone,
 *   and the other words of `pages.js`
 *   { type: "state", state, remarks  }            changes the badge, unanswered
 *   { type: "health", health }                    how well the site's adapter fits, kept for the options page, unanswered
 *   { type: "decided", decisions }                goes into the journal, unanswered
 *
 * `error` is a code, never a sentence and never a word of the draft.
 */
import { isDecision } from "../journal/entries.js";
import { BROKEN, codeOf } from "./policy.js";

/** The longest draft that is judged, in UTF-16 code units. Composers that hold more than this are not for posts. */
export const LONGEST_DRAFT = 5_000_000;

/** More rules than a person could be told of at once. */
const MOST_DECISIONS = 100;
const LONGEST_SITE = 253;
const LONGEST_DETECTOR = 200;
const LONGEST_WORDS = 10_000;
const STATES = new Set(["idle", "guarding", "drifted", "unreadable", "unanswered", "hidden"]);

/**
 * Whether a connection comes from this extension itself: its content scripts and pages, no other extension, no site.
 * @param {chrome.runtime.MessageSender | undefined} sender
 * @param {string} id this extension's
 */
export function isOurs(sender, id) {
  return sender?.id === id;
}

/**
 * Whether it comes from a page of this extension, which is trusted with more than a script in a site's page.
 * @param {chrome.runtime.MessageSender | undefined} sender
 * @param {string} root the address of the extension's own files
 */
export function isPage(sender, root) {
  return sender?.url?.startsWith(root) === true;
}

/**
 * @typedef {import("bezint/types").Verdict} Verdict
 *
 * @typedef {object} Desk What stands behind the answers.
 * @property {() => Promise<import("./engine.js").Judge>} engine
 * @property {() => Promise<{ roles: string[], domains: string[] }>} poster the person's roles, the company's own domains
 * @property {(state: import("bezint/types").State, remarks: number) => void} onState
 * @property {(decisions: import("bezint/types").Decision[]) => void} onDecided
 * @property {(health: unknown) => void} onHealth told as it came: whoever keeps it looks at it
 * @property {() => void} onBroken told when the engine failed in a way that is none of its refusals
 * @property {(verdict: Verdict, draft: string) => Promise<Verdict>} [lessen] without what the person has settled
 * @property {(detector: string, words: string) => Promise<void>} [correct] absent where nothing may be remembered
 * @property {Record<string, (message: any) => Promise<unknown>>} [pages] what more the extension's own pages may ask
 * @property {() => number} [now] in milliseconds
 */

/**
 * The reply to one message; none where none is due.
 * @param {any} message whatever arrived
 * @param {Desk} desk
 */
export async function answer(message, desk) {
  const { engine, poster, onState, onDecided, onHealth, onBroken, lessen, correct, pages = {}, now = Date.now } = desk;
  if (message?.type === "state") {
    if (STATES.has(message.state) && Number.isInteger(message.remarks)) onState(message.state, message.remarks);
    return undefined;
  }
  if (message?.type === "decided") {
    if (Array.isArray(message.decisions)) onDecided(message.decisions.slice(0, MOST_DECISIONS).filter(isDecision));
    return undefined;
  }
  if (message?.type === "health") {
    onHealth(message.health);
    return undefined;
  }
  if (!Number.isInteger(message?.id)) return undefined;
  const { id } = message;
  try {
    if (message.type === "card") return { id, card: cardFor((await engine()).card(), correct !== undefined) };
    if (message.type === "correct" && correct && isCorrection(message)) {
      return { id, answer: await correct(message.detector, message.words) };
    }
    const more = Object.hasOwn(pages, message.type) ? pages[message.type] : undefined;
    if (more) return { id, answer: await more(message) };
    if (message.type !== "evaluate" || !isQuestion(message)) return { id, error: "message" };
    if (message.draft.length > LONGEST_DRAFT) return { id, error: "too-long" };
    const { audience, site } = message.context;
    const context = { audience, site, ...(await poster()), time: Math.floor(now() / 1000) };
    const verdict = (await engine()).evaluate(message.draft, context);
    return { id, verdict: lessen ? await lessen(verdict, message.draft) : verdict };
  } catch (why) {
    // What is refused has a code. An engine that fails without one would answer nothing more: the next question gets another.
    if (codeOf(why) === BROKEN) onBroken();
    return { id, error: codeOf(why) };
  }
}

/**
 * @param {import("bezint/types").Card} card
 * @param {boolean} isKept whether a correction could be remembered
 */
function cardFor(card, isKept) {
  return { ...card, corrections: card.corrections && isKept };
}

/** @param {any} message */
function isCorrection({ detector, words }) {
  const isText = (/** @type {unknown} */ it, /** @type {number} */ longest) =>
    typeof it === "string" && it !== "" && it.length <= longest;
  return isText(detector, LONGEST_DETECTOR) && isText(words, LONGEST_WORDS);
}

/** @param {any} message */
function isQuestion({ draft, context }) {
  return (
    typeof draft === "string" &&
    typeof context?.audience === "string" &&
    typeof context.site === "string" &&
    context.site.length <= LONGEST_SITE
  );
}
