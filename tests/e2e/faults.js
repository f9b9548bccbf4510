/** What happens when the engine cannot answer: the post is held or let through as the policy says, and never silently. */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pageOf } from "../pages/catalogue.js";
import { NO_BACKGROUND } from "./badge.js";
import { apart, onPage } from "./case.js";
import { codename, harmless } from "./drafts.js";
import { installation } from "./faults-installation.js";
import { loads } from "./faults-loads.js";
import { places } from "./faults-places.js";
import { storage } from "./faults-storage.js";
import { isVerdictKept, keepVerdicts, stopBackground } from "./management.js";
import { insists, passes } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 */

const editor = pageOf("contenteditable");

/** The background is stopped before the draft is asked about, once it was judged, and in the midst of the next two. */
async function whileTyping(/** @type {Visit} */ visit) {
  const { hands, lab } = visit;
  await hands.enter();
  await stopBackground(lab);
  await visit.write(codename(1));
  await stopBackground(lab);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await visit.write(codename(2).slice(0, 5));
  await stopBackground(lab);
  await hands.type(codename(2).slice(5));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(2)), codename(2));
  await visit.write(harmless(3).slice(0, 5));
  await stopBackground(lab);
  await hands.type(harmless(3).slice(5));
  await visit.post("click");
  await visit.arrives(harmless(3));
}

/** The background is stopped while the person is asked: the answer needs it no more, and what is chosen instead has another. */
async function whileAsked(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await stopBackground(visit.lab);
  await insists(visit, "click", panel, codename(1));
  await visit.write(codename(2));
  await visit.post("click");
  const again = await visit.isHeld(codename(2));
  await stopBackground(visit.lab);
  await again.press("without");
  await visit.panelCloses();
  await visit.notices("written");
  await visit.post("click");
  await visit.arrives(codename(2).replace(" Neptunus", ""));
}

/** The background is stopped at the very press that lets the post go: between the answer and the gesture that is repeated. */
async function betweenAnswerAndReplay(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await panel.placeOf("anyway");
  await stoppedAt(visit, "click", () => panel.press("anyway"));
  await visit.arrives(codename(1));
  await passes(visit, "click", harmless(2));
}

/** The background is stopped at the moment that other words come into the composer. */
async function whileWriting(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await panel.placeOf("without");
  await stoppedAt(visit, "beforeinput", () => panel.press("without"));
  await visit.panelCloses();
  await visit.notices("written");
  await visit.post("click");
  await visit.arrives(codename(1).replace(" Neptunus", ""));
}

/**
 * Does something, and stops the background at the first listener for an event that it causes.
 *
 * @param {Visit} visit
 * @param {string} eventName
 * @param {() => Promise<void>} act
 */
async function stoppedAt({ lab }, eventName, act) {
  const session = await lab.page.createCDPSession();
  const paused = new Promise((resolve) => session.once("Debugger.paused", resolve));
  await session.send("Debugger.enable");
  await session.send("DOMDebugger.setEventListenerBreakpoint", { eventName });
  const acting = act();
  await paused;
  await session.send("DOMDebugger.removeEventListenerBreakpoint", { eventName });
  await stopBackground(lab);
  await session.send("Debugger.resume");
  await acting;
  await session.detach();
}

/** The background is stopped when it has judged the draft, and before its verdict has left it: the next one is asked again. */
async function beforeVerdict(/** @type {Visit} */ visit) {
  await keepVerdicts(visit, "every");
  await visit.hands.copy(codename(1));
  await visit.paste(codename(1));
  await visit.post("click");
  await isVerdictKept(visit);
  await stopBackground(visit.lab);
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/** A verdict on another composer comes late, when the panel is open: what that leads to does not cover the panel. */
async function afterPanel(/** @type {Visit} */ visit) {
  await keepVerdicts(visit, "first");
  // What is copied from is a composer too.
  await visit.hands.copy(codename(1));
  await isVerdictKept(visit);
  await visit.paste(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await stopBackground(visit.lab);
  await insists(visit, "click", panel, codename(1));
  await passes(visit, "click", harmless(2));
}

/** Nothing can be judged: this policy says that posts go on then, and the person is told of each. */
async function goesUnchecked(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  await visit.arrives(codename(1));
  await visit.notices("unchecked");
  await passes(visit, "click", harmless(2));
}

/** One byte in the middle of the sealed policy is another. */
async function damagePolicy(/** @type {string} */ extension) {
  const path = join(extension, "policy.sealed");
  const sealed = await readFile(path);
  const middle = sealed.length >> 1;
  sealed.writeUInt8(sealed.readUInt8(middle) ^ 0xff, middle);
  await writeFile(path, sealed);
}

const NO_PAUSE = { firefox: "WebDriver BiDi cannot halt a script, so a moment between two of its steps cannot be met" };

export const faults = [
  onPage("the background is stopped while typing", editor, {}, whileTyping),
  onPage("the background is stopped while the panel is open", editor, {}, whileAsked),
  {
    ...onPage("the background is stopped between answer and post", editor, {}, betweenAnswerAndReplay),
    skip: NO_PAUSE,
  },
  { ...onPage("the background is stopped while other words are written", editor, {}, whileWriting), skip: NO_PAUSE },
  {
    ...onPage("the background is stopped before its verdict has left", editor, {}, beforeVerdict),
    skip: NO_BACKGROUND,
  },
  { ...onPage("a verdict comes when the panel is open", editor, {}, afterPanel), skip: NO_BACKGROUND },
  apart(onPage("the policy does not load", editor, {}, goesUnchecked), damagePolicy),
  ...installation,
  ...storage,
  ...places,
  ...loads,
].map((one) => ({ ...one, part: "fault" }));
