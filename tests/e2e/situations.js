/** Situations that need a page and a way of their own. */

import assert from "node:assert/strict";
import { pageOf, pages } from "../pages/catalogue.js";
import { onPage } from "./case.js";
import { codename, harmless, onOneLine } from "./drafts.js";
import { corrects, insists, passes, whole } from "./ways.js";

/** @typedef {import("./visit.js").Visit} Visit */

const editors = pages.filter(({ chat, script }) => chat && script.startsWith("editors/"));

/** What stands in the other composer is nobody's business here, and a pass for one is none for the other. */
async function twoComposers(/** @type {Visit} */ visit) {
  await visit.write(codename(1), "#first");
  await visit.write(harmless(2), "#second");
  await visit.post("click", "#second");
  await visit.arrives(harmless(2));
  await visit.post("click", "#first");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await visit.write(codename(3), "#second");
  await visit.post("click", "#second");
  await corrects(visit, "click", await visit.isHeld(codename(3)), harmless(4));
}

/** The verdict was for one audience, the post is for another. */
async function audienceChanges(/** @type {Visit} */ visit) {
  await passes(visit, "click", codename(1));
  await visit.write(codename(2));
  await visit.hands.press(".audience");
  await visit.post("click");
  const panel = await visit.isHeld(codename(2));
  await panel.press("change");
  await visit.panelCloses();
  await visit.hands.press(".audience");
  await visit.post("click");
  await visit.arrives(codename(2));
}

/** The page changes the text while the panel asks about it: what was allowed is not what would be posted. */
async function textChanges(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  const asked = await visit.isHeld(codename(1));
  await visit.hands.frame.evaluate((/** @type {string} */ text) => {
    const composer = /** @type {HTMLElement} */ (document.querySelector(".editor > *"));
    if (composer instanceof HTMLTextAreaElement) composer.value = text;
    else composer.innerText = text;
    composer.dispatchEvent(new Event("input", { bubbles: true }));
  }, codename(2));
  await asked.press("anyway");
  const again = await visit.isHeld(codename(2), asked);
  await corrects(visit, "click", again, harmless(3));
}

/** The words in question are in the title. */
async function titleTells(/** @type {Visit} */ visit) {
  await visit.hands.press(".title input", ".title textarea");
  await visit.hands.type(onOneLine(codename(1)));
  await visit.write(harmless(2));
  await visit.post("click");
  const both = `${onOneLine(codename(1))}\n${harmless(2)}`;
  await insists(visit, "click", await visit.isHeld(both), both);
  await passes(visit, "click", harmless(3));
}

/** The key is still down when its post has been decided upon and made: letting it go posts nothing more. */
async function keyIsLetGoLate(/** @type {Visit} */ visit) {
  const { keyboard } = visit.hands.page;
  await visit.write(codename(1));
  await visit.hands.focusButton();
  await keyboard.down(" ");
  const panel = await visit.isHeld(codename(1));
  await panel.press("anyway");
  await visit.arrives(codename(1));
  await keyboard.up(" ");
  await passes(visit, "button-space", harmless(2));
}

/** What comes from the clipboard has been typed by nobody. */
async function paste(/** @type {Visit} */ visit) {
  const draft = onOneLine(codename(1));
  await visit.hands.copy(draft);
  await visit.hands.enter();
  await visit.hands.chord("Control", "v");
  await visit.post("mod+enter");
  await insists(visit, "mod+enter", await visit.isHeld(draft), draft);
  await passes(visit, "mod+enter", harmless(2));
}

/** The same for what is dropped. */
async function drop(/** @type {Visit} */ visit) {
  const draft = onOneLine(codename(1));
  await visit.hands.enter();
  await visit.hands.drop(draft);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(draft), draft);
  await passes(visit, "click", harmless(2));
}

/** Enter ends a composition in a chat: it posts nothing, and it is nothing to be stopped. */
async function composition(/** @type {Visit} */ visit) {
  const draft = onOneLine(codename(1));
  const [before = "", after = ""] = draft.split("Neptunus");
  await visit.write(before);
  await visit.hands.compose("Neptunus");
  await visit.hands.painted();
  assert.equal(visit.run.posts.length, 0, "Enter during a composition posts nothing");
  assert.equal(await visit.panelShown(), null, "Enter during a composition opens nothing");
  await visit.hands.type(after);
  await visit.post("enter");
  await insists(visit, "enter", await visit.isHeld(draft), draft);
  await passes(visit, "enter", harmless(2));
}

/** Quill and Trix take files that are dropped, and no text. */
const takesDrops = (/** @type {{ id: string }} */ { id }) => !["quill", "trix"].includes(id);

const NO_DROP = { firefox: "WebDriver BiDi has no input for drag and drop" };
const LATE = { chromium: "there, nothing tells of document.open() before the scripts of the new document run" };
const NO_COMPOSITION = { firefox: "WebDriver BiDi has no input for compositions" };

export const situations = [
  {
    ...onPage("listens on window first", pageOf("rewritten-first"), {}, (visit) => whole(visit, "click")),
    skip: LATE,
  },
  onPage("only what is posted counts", pageOf("two"), {}, twoComposers),
  onPage("audience changes after the verdict", pageOf("audience"), { host: "localhost" }, audienceChanges),
  onPage("text changes while the panel is open", pageOf("contenteditable"), {}, textChanges),
  onPage("text changes while the panel is open", pageOf("form"), {}, textChanges),
  onPage("the key is let go late", pageOf("role-button"), {}, keyIsLetGoLate),
  onPage("the words are in the title", pageOf("titled"), {}, titleTells),
  onPage("the words are in the title", pageOf("slotted"), {}, titleTells),
  ...editors.map((editor) => onPage("pasted", editor, {}, paste)),
  ...editors.filter(takesDrops).map((editor) => ({ ...onPage("dropped", editor, {}, drop), skip: NO_DROP })),
  ...editors.map((editor) => ({
    ...onPage("Enter during a composition", editor, { chat: true }, composition),
    skip: NO_COMPOSITION,
  })),
];
