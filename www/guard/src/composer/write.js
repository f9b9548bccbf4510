/**
 * Puts words in the place of others, where the person asked for it, and only where it can be seen to have worked.
 *
 * @typedef {object} Edit
 * @property {import("../types.ts").Span} span UTF-16 offsets in the draft; never empty.
 * @property {string} text Never empty: not every editor takes nothing for an answer.
 */

import { isField, read } from "./read.js";

/** Milliseconds that an editor has to show what it was asked to write. */
const PATIENCE = 1_000;

/**
 * Firefox tells the page of a command by `beforeinput`, so every editor hears of it. Chromium does not: there, an editor that
 * keeps its own text has to be asked directly.
 */
const COMMANDS_ARE_TOLD = typeof CSS !== "undefined" && CSS.supports("-moz-appearance: none");

/**
 * What a draft becomes.
 *
 * @param {string} draft
 * @param {Edit[]} edits One after the other.
 * @returns {string}
 */
export function edited(draft, edits) {
  return edits.reduce((text, { span, text: put }) => text.slice(0, span.start) + put + text.slice(span.end), draft);
}

/**
 * The edits that bring back what was there.
 *
 * @param {string} draft
 * @param {Edit[]} edits
 * @returns {Edit[]}
 */
export function undoing(draft, edits) {
  /** @type {Edit[]} */
  const back = [];
  let text = draft;
  for (const edit of edits) {
    const { start, end } = edit.span;
    back.unshift({ span: { start, end: start + edit.text.length }, text: text.slice(start, end) });
    text = edited(text, [edit]);
  }
  return back;
}

/**
 * Edits what a composer holds, and reads it again after each step.
 *
 * @param {HTMLElement} composer
 * @param {string} draft What it must hold now.
 * @param {Edit[]} edits One after the other.
 * @returns {Promise<boolean>} Whether it now holds the edited draft. If not, it holds what it held, where the editor can be
 *   brought back to that.
 */
export async function write(composer, draft, edits) {
  composer.focus();
  let text = draft;
  for (const edit of edits) {
    const wanted = edited(text, [edit]);
    if (read(composer).text !== text || !(await replace(composer, edit, text, wanted))) {
      await takeBack(composer, draft, edits.length);
      return false;
    }
    text = wanted;
  }
  return true;
}

/**
 * One way after the other, but never over something that was half done.
 *
 * @param {HTMLElement} composer
 * @param {Edit} edit
 * @param {string} text
 * @param {string} wanted
 */
async function replace(composer, edit, text, wanted) {
  const ways = isField(composer) || COMMANDS_ARE_TOLD ? [byCommand] : [byRequest, byCommand];
  for (const way of ways) {
    const isTaken = await way(composer, edit);
    // Some editors answer without a sign of it, and only draw with the next frame.
    if (!isTaken) await painted();
    if (!isTaken && read(composer).text === text) continue;
    const now = await shown(composer, wanted);
    if (now !== text) return now === wanted;
  }
  return false;
}

/**
 * As typing would do it: the browser edits, and keeps it in its own history.
 *
 * @param {HTMLElement} composer
 * @param {Edit} edit
 */
async function byCommand(composer, { span, text }) {
  if (isField(composer)) composer.setSelectionRange(span.start, span.end);
  else if (!select(composer, span)) return false;
  await painted();
  return composer.ownerDocument.execCommand("insertText", false, text);
}

/**
 * As a spelling checker asks: an editor that takes it upon itself prevents the event, and keeps it in its own history.
 *
 * @param {HTMLElement} composer
 * @param {Edit} edit
 */
async function byRequest(composer, { span, text }) {
  const range = read(composer).rangeOf(span);
  if (!range) return false;
  const dataTransfer = new DataTransfer();
  dataTransfer.setData("text/plain", text);
  const request = new InputEvent("beforeinput", {
    ...{ inputType: "insertReplacementText", data: text, dataTransfer, targetRanges: [new StaticRange(range)] },
    ...{ bubbles: true, cancelable: true, composed: true },
  });
  select(composer, span);
  return !composer.dispatchEvent(request);
}

/**
 * @param {HTMLElement} composer
 * @param {import("../types.ts").Span} span
 */
function select(composer, span) {
  const range = read(composer).rangeOf(span);
  if (!range) return false;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  composer.ownerDocument.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  return true;
}

/**
 * What a composer holds once it is what was wanted, or when the time for that is over.
 *
 * @param {HTMLElement} composer
 * @param {string} wanted
 * @returns {Promise<string>}
 */
function shown(composer, wanted) {
  const deadline = performance.now() + PATIENCE;
  return new Promise((resolve) => {
    const look = () => {
      const { text } = read(composer);
      if (text === wanted || performance.now() > deadline) resolve(text);
      else requestAnimationFrame(look);
    };
    // An editor may yet put back what it did not write itself.
    void painted().then(look);
  });
}

/** Once a frame is over, an editor has heard of the selection, and has drawn what it holds. */
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * @param {HTMLElement} composer
 * @param {string} draft
 * @param {number} steps At most this many.
 */
async function takeBack(composer, draft, steps) {
  for (let step = 0; step < steps && read(composer).text !== draft; step += 1) {
    composer.ownerDocument.execCommand("undo");
    await shown(composer, draft);
  }
}
