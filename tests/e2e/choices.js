/** What a person may choose in the panel, beside to post and to change the text: other words, or that it is wrong. */

import assert from "node:assert/strict";
import { pageOf, pages } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { address, codename, onOneLine } from "./drafts.js";
import { insists, passes } from "./ways.js";

/** @typedef {import("./visit.js").Visit} Visit */

const editors = pages.filter(({ script }) => script.startsWith("editors/"));

/**
 * Other words come into the editor's own text, in both ways that a panel offers; what was there can be had back; and what is
 * posted is what stands there.
 */
async function otherWords(/** @type {Visit} */ visit) {
  const draft = codename(1);
  const instead = draft.replace("Neptunus", visit.lab.language === "nl" ? "een project" : "a project");
  await visit.write(draft);
  await visit.post("click");
  await (await visit.isHeld(draft)).press("instead");
  await visit.panelCloses();
  await visit.pressNotice("written");
  await visit.notices("undone");
  await visit.post("click");
  await (await visit.isHeld(draft)).press("instead");
  await visit.panelCloses();
  await visit.notices("written");
  await visit.post("click");
  await visit.arrives(instead);

  await visit.write(codename(2));
  await visit.post("click");
  await (await visit.isHeld(codename(2))).press("without");
  await visit.panelCloses();
  await visit.notices("written");
  await visit.post("click");
  await visit.arrives(codename(2).replace(" Neptunus", ""));
}

/** A word that is not sensitive is not, from then on, whatever stands around it. The proof has it nowhere else. */
async function notSensitive(/** @type {Visit} */ visit) {
  const draft = (/** @type {number} */ n) => `Mijn BSN is 593614276 (${n})`;
  await visit.write(draft(1));
  await visit.post("click");
  await (await visit.isHeld(draft(1))).press("wrong");
  await visit.panelCloses();
  await visit.notices("noted");
  await visit.post("click");
  await visit.arrives(draft(1));
  await passes(visit, "click", draft(2));
}

/** Advice that was posted over three times, beside what stops too, is not given again today, and what stops goes on to. */
async function goesQuiet(/** @type {Visit} */ visit) {
  const both = (/** @type {number} */ n) => `Neptunus, ${onOneLine(address(n))}`;
  /** Whether the panel has more to say than of the codename. */
  const saysMore = async (/** @type {number} */ n) => {
    await visit.write(both(n));
    await visit.post("click");
    const panel = await visit.isHeld(both(n));
    assert.match(await panel.text(), /2\.1/, "the codename is told");
    const folded = await panel.dialog.$("details");
    await insists(visit, "click", panel, both(n));
    return folded !== null;
  };
  assert.equal(await saysMore(1), true, "there is advice on the address");
  for (const n of [2, 3]) {
    await visit.write(address(n));
    await visit.notices("remark");
    await visit.post("click");
    await visit.arrives(address(n));
  }
  assert.equal(await saysMore(4), false, "the advice is quiet");
}

/** An editor that takes nothing: the draft stays as it was, and the new text is on the clipboard. */
async function refused(/** @type {Visit} */ visit) {
  const draft = onOneLine(codename(1));
  await visit.write(draft);
  await visit.hands.frame.evaluate(() => {
    addEventListener("beforeinput", (event) => event.stopImmediatePropagation(), true);
    const composer = /** @type {HTMLElement} */ (document.querySelector("[contenteditable]"));
    const before = composer.innerHTML;
    new MutationObserver(() => {
      if (composer.innerHTML !== before) composer.innerHTML = before;
    }).observe(composer, { characterData: true, childList: true, subtree: true });
  });
  await visit.post("click");
  await (await visit.isHeld(draft)).press("instead");
  await visit.panelCloses();
  await visit.notices("copied");
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(draft), draft);
}

export const choices = [
  ...editors.map((editor) => onPage("other words", editor, {}, otherWords)),
  onPage("an editor that takes no other words", pageOf("contenteditable"), {}, refused),
  onPage("not sensitive", pageOf("contenteditable"), {}, notSensitive),
  apart(onPage("advice goes quiet for the day", pageOf("contenteditable"), {}, goesQuiet)),
];
