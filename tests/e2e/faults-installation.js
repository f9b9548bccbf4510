/** The extension is updated, switched off or removed under an open page. */

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seal } from "../../scripts/build/seal.mjs";
import { pageOf } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { closedRoots } from "./dom.js";
import { codename, harmless } from "./drafts.js";
import { otherPolicy } from "./managed.js";
import { setEnabled, succeeded } from "./management.js";
import { insists, passes } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./visit.js").Lab} Lab
 */

const editor = pageOf("contenteditable");

/** The extension is loaded anew while a draft stands in an open page: the new one takes over. */
async function isReloaded(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await succeeded(visit, () => visit.lab.browser.installExtension(visit.lab.extension));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/**
 * A newer version, with another policy inside, comes while the panel of the one before is open: the panel can be left, the
 * draft stays, and what the new policy is about is held from then on.
 */
async function isUpdated(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const saturn = (/** @type {number} */ n) => codename(n).replace("Neptunus", "Saturnus");
  await visit.write(codename(1));
  await visit.post("click");
  await visit.isHeld(codename(1));
  const manifest = join(lab.extension, "manifest.json");
  const before = JSON.parse(await readFile(manifest, "utf8"));
  await writeFile(manifest, JSON.stringify({ ...before, version: `${before.version}.1` }));
  const policy = Buffer.from(await otherPolicy(lab.extension), "base64");
  await writeFile(join(lab.extension, "policy.sealed"), policy);
  await succeeded(visit, () => lab.browser.installExtension(lab.extension));
  await visit.panelCloses();
  await visit.post("click");
  await visit.arrives(codename(1));
  await visit.write(saturn(2));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(saturn(2)), saturn(2));
}

/**
 * The extension is switched off while its panel is open: the panel can be left, and the draft stays. What is left of the guard in
 * Chromium holds what it knows of and says what it does not; in Firefox nothing is left. Once the extension is on again the page
 * is guarded as before.
 */
async function isSwitchedOff(/** @type {Visit} */ visit) {
  const { lab, hands } = visit;
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await setEnabled(lab, false);
  await panel.press("change");
  await visit.panelCloses();
  assert.equal(await hands.isComposerEmpty(), false, "the draft is still there");
  await visit.post("click");
  if (lab.kind === "chromium") {
    await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
    await passes(visit, "click", harmless(2));
    await visit.notices("unchecked");
  } else await visit.arrives(codename(1));
  await succeeded(visit, () => setEnabled(lab, true));
  await visit.hands.enter();
  await visit.until(
    async () => (await closedRoots(hands.frame)).length === 1,
    "what the first one drew is still there",
  );
  await visit.write(codename(3));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(3)), codename(3));
}

/** The extension is taken out of the browser under an open page: what is left of it knows that it is alone. */
async function extensionGoes(/** @type {Visit} */ visit) {
  await passes(visit, "click", harmless(1));
  await removeExtension(visit.lab);
  await visit.write(codename(2));
  await visit.post("click");
  await visit.arrives(codename(2));
  await visit.notices("unchecked");
}

async function removeExtension(/** @type {Lab} */ { browser }) {
  const [id] = [...(await browser.extensions()).keys()];
  assert(id, "the extension is there to begin with");
  await browser.uninstallExtension(id);
}

/** The same where the policy says that nothing goes out unchecked: the text stays, and the person is told why. */
async function isHeldUnchecked(/** @type {Visit} */ visit) {
  await passes(visit, "click", harmless(1));
  await removeExtension(visit.lab);
  await visit.write(harmless(2));
  await visit.post("click");
  const panel = await visit.isHeld(harmless(2));
  assert.equal(await panel.offers("anyway"), false, "there is nothing to insist on");
  await panel.press("back");
  await visit.panelCloses();
  assert.equal(await visit.hands.isComposerEmpty(), false, "the text is still there");
}

/** The lab's policy, but for what it says of the engine that cannot answer. */
async function closePolicy(/** @type {string} */ extension) {
  const policy = join(extension, "closed.toml");
  const lab = await readFile(new URL("../policies/lab.toml", import.meta.url), "utf8");
  await writeFile(policy, lab.replace('on_error = "open"', 'on_error = "closed"'));
  await seal(policy, join(extension, "policy.sealed"));
  await rm(policy);
}

const NO_ORPHAN = { firefox: "Firefox takes content scripts away with their extension" };

export const installation = [
  apart(onPage("the extension is reloaded under the page", editor, {}, isReloaded)),
  apart(onPage("the extension is updated under an open panel", editor, {}, isUpdated)),
  apart(onPage("the extension is switched off and on under the page", editor, {}, isSwitchedOff)),
  apart({ ...onPage("the extension is removed under the page", editor, {}, extensionGoes), skip: NO_ORPHAN }),
  apart(
    { ...onPage("the extension is removed, and the policy waits", editor, {}, isHeldUnchecked), skip: NO_ORPHAN },
    closePolicy,
  ),
];
